package command

import "testing"

func TestSavePath(t *testing.T) {
	for in, want := range map[string]string{"Shop": "shop.toml", "../../etc/passwd": "etc-passwd.toml", "Redis 7": "redis-7.toml", "a  b": "a-b.toml"} {
		if got := savePath(in); got != want {
			t.Errorf("savePath(%q) = %q, want %q", in, got, want)
		}
	}
}
