#define FACILITY_X 7
#define _H 1
#define F(x) x
#define S "text"
#define E
