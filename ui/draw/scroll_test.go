package draw

import "testing"

func TestMove(t *testing.T) {
	for _, v := range []struct {
		name  string
		at, n int
		want  int
		moved bool
	}{
		{"up", 3, 5, 2, true}, {"up", 0, 5, 0, true}, {"down", 4, 5, 4, true}, {"pagedown", 0, 5, 3, true}, {"pageup", 4, 5, 1, true},
		{"first", 3, 5, 0, true}, {"last", 0, 5, 4, true}, {"down", 0, 0, 0, true}, {"write", 3, 5, 3, false},
	} {
		if got, moved := Move(v.name, v.at, v.n, 3); got != v.want || moved != v.moved {
			t.Errorf("%s at %d of %d: %d %v, want %d %v", v.name, v.at, v.n, got, moved, v.want, v.moved)
		}
	}
}

func TestWindow(t *testing.T) {
	for _, v := range [][5]int{{0, 10, 4, 0, 4}, {5, 10, 4, 3, 7}, {9, 10, 4, 6, 10}, {-1, 10, 4, 0, 4}, {2, 3, 9, 0, 3}, {0, 0, 4, 0, 0}} {
		if from, to := Window(v[0], v[1], v[2]); from != v[3] || to != v[4] {
			t.Errorf("%v: %d to %d", v, from, to)
		}
	}
}
