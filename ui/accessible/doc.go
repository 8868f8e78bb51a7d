// Package accessible is the interview as plain lines, to be read aloud or driven
// through a pipe. It draws nothing and is no view of the router.
package accessible
