#define BASE 10000
#define WSAEINTR (BASE + 4)
#define S (1 << 31 | 7)
#define ALIAS WSAEINTR
