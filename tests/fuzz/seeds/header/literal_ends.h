#define A 'x'
#define B "/*"
#define C 1 /* "*/
#define D 0xFFFFFFFFFFFFFFFFF
#define E 08
#define F 4294967296
