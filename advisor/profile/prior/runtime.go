package prior

import (
	"slices"
	"strings"
)

// families are the families of languages that the models tell apart, by what clouds support natively and by cold
// start, with the words by which people write them; anything else is the last one.
var families = []struct{ name, words string }{
	{"go", "go golang"}, {"java", "java jvm kotlin scala clojure groovy spring quarkus jdk openjdk jruby"},
	{"node", "node nodejs node.js javascript js typescript ts nestjs express next.js"}, {"python", "python py django flask fastapi cpython"},
	{"dotnet", "dotnet .net c# csharp f# asp.net"}, {"ruby", "ruby rails"}, {"rust", "rust"}, {"other", ""},
}

// Runtimes are the names of the families of languages.
func Runtimes() []string {
	names := make([]string, len(families))
	for i, f := range families {
		names[i] = f.name
	}
	return names
}

// RuntimeIndex places a runtime as written ("Go 1.24", "nodejs22.x") in Runtimes. The first known word decides.
func RuntimeIndex(text string) float64 {
	split := func(r rune) bool { return strings.ContainsRune(" ,;/()+&_-\t", r) }
	for _, w := range strings.FieldsFunc(strings.ToLower(text), split) {
		for _, word := range []string{w, strings.TrimRight(w, "0123456789.x")} {
			for i, f := range families {
				if slices.Contains(strings.Fields(f.words), word) {
					return float64(i)
				}
			}
		}
	}
	return float64(len(families) - 1)
}
