#define A B
#define B A
#define C (C + 1)
