package disk

import "io"

// Sticky remembers the first failure of a writer, for libraries that print and
// tell nobody.
type Sticky struct {
	To  io.Writer
	Err error // the first failure
}

// Write passes text on.
func (s *Sticky) Write(p []byte) (int, error) {
	n, err := s.To.Write(p)
	if s.Err == nil {
		s.Err = err
	}
	return n, err
}
