package slug

import (
	"regexp"
	"testing"
)

var slugPattern = regexp.MustCompile(`^[a-z0-9]+(-[a-z0-9]+)*$`)

func TestOf(t *testing.T) {
	long := "a very long title that goes on and on beyond what any file name should ever have to hold"
	cases := []struct{ title, want string }{
		{"Adopt a modular monolith for order-service", "adopt-a-modular-monolith-for-order-service"},
		{"Use HTTP/2 & gRPC 1.3", "use-http-2-grpc-1-3"},
		{"for orders-v2", "for-orders-v2"},
		{"for orders-v3", "for-orders-v3"},
		{"Adopt it for shop-60", "adopt-it-for-shop-60"},
		{"Adopt it for 123", "adopt-it-for-123"},
		{"Straße, Æsir, Łódź, naïve café", "strasse-aesir-lodz-naive-cafe"},
		{"Привет мир", "privet-mir"},
		{"Использовать Redis", "ispolzovat-redis"},
		{"подъезд, ёлка, район", "podieezd-elka-raion"},
		{"Αθήνα", "athina"},
		{"Київ, їжак", "kiiv-izhak"},
		{"България ъa съd съ\xff\xd1ъ", "bielgariia-iea-sied-sie-ie"},
		{"№5", "no5"},
		{"Don't", "dont"},
		{"'quoted' '", "quoted"},
		{"../../etc/passwd", "etc-passwd"},
		{"", "decision"},
		{"2026-11-23 plan", "plan"},
		{"123", "decision"},
		{"--a--", "a"},
		{"ﬁne x²", "fine-x2"},
		{long, "a-very-long-title-that-goes-on-and-on-beyond-what-any-file"},
	}
	for _, c := range cases {
		if got := Of(c.title); got != c.want || !slugPattern.MatchString(got) || len(got) > Longest {
			t.Errorf("Of(%q) = %q, want %q", c.title, got, c.want)
		}
	}
}

// A name of which nothing is left leaves no dangling word, and two are two.
func TestOtherScripts(t *testing.T) {
	seen := map[string]string{}
	for _, name := range []string{"日本語のタイトル", "日本語", "שלום", "안녕", "١٢٣", "🚀", "!!!", "'"} {
		got := Of("Adopt it for " + name)
		if !regexp.MustCompile(`^adopt-it-for-[a-z]{5}$`).MatchString(got) || seen[got] != "" {
			t.Errorf("%s gives %q, as does %q", name, got, seen[got])
		}
		seen[got] = name
	}
}

func TestClash(t *testing.T) {
	cases := []struct {
		file string
		n    int
		want string
	}{
		{"20261123-x.md", 1, "20261123-x-b.md"},
		{"20261123-x.md", 2, "20261123-x-c.md"},
		{"20261123-x.md", 25, "20261123-x-z.md"},
		{"20261123-x.md", 26, "20261123-x-zb.md"},
	}
	for _, c := range cases {
		if got := Clash(c.file, c.n); got != c.want {
			t.Errorf("Clash(%q, %d) = %q, want %q", c.file, c.n, got, c.want)
		}
	}
	seen := map[string]bool{}
	for n := range 200 {
		name := "20261123-adopt-a-modular-monolith-for-the-order-service-of-the-shop.md"
		if n > 0 {
			name = Clash(name, n)
		}
		if seen[name] || !regexp.MustCompile(`^\d{8}-[a-z-]{1,60}\.md$`).MatchString(name) {
			t.Fatalf("Clash %d = %q", n, name)
		}
		seen[name] = true
	}
}
