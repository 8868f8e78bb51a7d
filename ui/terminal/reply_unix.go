//go:build unix

package terminal

import (
	"os"
	"strings"
	"time"

	"golang.org/x/sys/unix"
)

const maxReply = 256

// untilReply reads an answer until the end of the device attributes, a c, or until the limit.
func untilReply(in *os.File, limit time.Duration) string {
	end := time.Now().Add(limit)
	var got []byte
	for len(got) < maxReply {
		left := time.Until(end).Milliseconds()
		if left <= 0 {
			break
		}
		fds := []unix.PollFd{{Fd: int32(in.Fd()), Events: unix.POLLIN}}
		n, err := unix.Poll(fds, int(left))
		if err == unix.EINTR {
			continue
		}
		if err != nil || n == 0 {
			break
		}
		var one [64]byte
		n, err = unix.Read(int(in.Fd()), one[:])
		if err != nil || n == 0 {
			break
		}
		got = append(got, one[:n]...)
		if i := strings.LastIndex(string(got), "\x1b[?"); i >= 0 && strings.Contains(string(got[i:]), "c") {
			break
		}
	}
	return string(got)
}
