package say

// Rewrite passes every sentence of the package through a function until the
// returned one is called. Only tests have it.
func Rewrite(f func(string) string) (undo func()) {
	before := spoken
	spoken = f
	return func() { spoken = before }
}
