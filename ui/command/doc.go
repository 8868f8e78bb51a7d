// Package command is the outside of the program: one file per command, the
// settings, and the exit codes. A command fills an options struct from flags
// and calls run; run is tested apart. Data goes to standard output, everything
// else to standard error, and errors become exit codes in Main and nowhere
// else.
package command
