#if 0
#define A 1
#else
#define B 2
#endif
#ifdef X
#define C 3
#undef C
#endif
