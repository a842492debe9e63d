/* #define A 1 */
#define B /* x */ 2  // y
#define C 3
// \
#define D 4
