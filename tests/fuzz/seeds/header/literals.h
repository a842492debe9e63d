#define ERROR_A 5L
#define ERROR_B (-1)
#define ERROR_C 0x80004001UL
#define D __MSABI_LONG(13000)
