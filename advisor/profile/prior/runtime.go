package prior

import (
	"strings"
)

// Runtimes are the families of languages that the models tell apart, by what
// clouds support natively and by cold start; anything else is "other".
func Runtimes() []string {
	return []string{"go", "java", "node", "python", "dotnet", "ruby", "rust", "other"}
}

// runtimeWords maps a word of a runtime as people write it to its family.
var runtimeWords = map[string]string{
	"go": "go", "golang": "go",
	"java": "java", "jvm": "java", "kotlin": "java", "scala": "java", "clojure": "java",
	"groovy": "java", "spring": "java", "quarkus": "java", "jdk": "java", "openjdk": "java",
	"node": "node", "nodejs": "node", "node.js": "node", "javascript": "node", "js": "node",
	"typescript": "node", "ts": "node", "nestjs": "node", "express": "node", "next.js": "node",
	"python": "python", "py": "python", "django": "python", "flask": "python", "fastapi": "python", "cpython": "python",
	"dotnet": "dotnet", ".net": "dotnet", "c#": "dotnet", "csharp": "dotnet", "f#": "dotnet", "asp.net": "dotnet",
	"ruby": "ruby", "rails": "ruby", "jruby": "java",
	"rust": "rust",
}

// RuntimeIndex places a runtime as written ("Go 1.24", "nodejs22.x") in Runtimes. The first known word decides.
func RuntimeIndex(text string) float64 {
	words := strings.FieldsFunc(strings.ToLower(text), func(r rune) bool {
		return strings.ContainsRune(" ,;/()+&_-\t", r)
	})
	families := Runtimes()
	for _, w := range words {
		family, ok := runtimeWords[w]
		if !ok {
			family, ok = runtimeWords[strings.TrimRight(w, "0123456789.x")]
		}
		for i, f := range families {
			if ok && f == family {
				return float64(i)
			}
		}
	}
	return float64(len(families) - 1)
}
