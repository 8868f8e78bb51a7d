package terminal

import (
	"testing"
	"time"
)

// An answer of the terminal is taken out however it is cut; keys stay.
func TestRepliesAreNoKeys(t *testing.T) {
	const colour, bell, attributes = "\x1b]11;rgb:1414/1919/1f1f\x1b\\", "\x1b]11;rgb:ffff/ffff/ffff\a", "\x1b[?64;1;9c"
	for _, reply := range []string{colour, bell, attributes, colour + attributes} {
		for cut := 3; cut <= len(reply); cut++ {
			var r replies
			now := time.Now()
			got := string(r.without([]byte("12"+reply[:cut]), now)) + string(r.without([]byte(reply[cut:]+"3g"), now.Add(time.Second)))
			if got != "123g" && cut != len(colour)+1 && cut != len(colour)+2 { // there the second answer is cut in its start
				t.Errorf("%q cut at %d leaves %q", reply, cut, got)
			}
		}
	}
}

// One that is cut in its start leaves the keys that this start is, and nothing more.
func TestRepliesCutInTheirStart(t *testing.T) {
	for _, reply := range []string{"\x1b]11;rgb:1414/1919/1f1f\x1b\\", "\x1b]4;7;rgb:ffff/ffff/ffff\a", "\x1b[?64;1;9c"} {
		for at := 1; at < 3; at++ {
			var r replies
			got := string(r.without([]byte("1"+reply[:at]), time.Now())) + string(r.without([]byte(reply[at:]+"2"), time.Now()))
			if got != "1"+reply[:at]+"2" {
				t.Errorf("%q cut at %d leaves %q", reply, at, got)
			}
		}
	}
}

// Keys that look like the start of an answer are keys, and one that is never
// completed does not swallow what follows later.
func TestKeysStay(t *testing.T) {
	for _, keys := range []string{"\x1b", "\x1b]", "\x1b[A", "\x1b[1;5C", "\x1b[<0;1;2M", "]11;rgb", "a/b:c"} {
		var r replies
		if got := string(r.without([]byte(keys), time.Now())); got != keys {
			t.Errorf("%q became %q", keys, got)
		}
	}
	var r replies
	now := time.Now()
	got := string(r.without([]byte("\x1b]11;rgb:14"), now)) + string(r.without([]byte("42"), now.Add(3*time.Second)))
	if got != "42" {
		t.Errorf("after half an answer 42 became %q", got)
	}
	got = string(r.without([]byte("\x1b]11;rgb:14"), now)) + string(r.without([]byte("xyz"), now))
	if got != "xyz" {
		t.Errorf("what is no answer became %q", got)
	}
}
