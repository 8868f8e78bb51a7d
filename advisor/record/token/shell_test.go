package token

import "testing"

func TestShellWord(t *testing.T) {
	for in, want := range map[string]string{"shop.toml": "shop.toml", "my shop.toml": "'my shop.toml'", "it's": `'it'\''s'`, "": "''", "$(rm)": "'$(rm)'"} {
		if got := ShellWord(in); got != want {
			t.Errorf("ShellWord(%q) = %s, want %s", in, got, want)
		}
	}
}
