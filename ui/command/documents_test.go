package command

import (
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

var documentName = regexp.MustCompile(`[\w-]+\.md\b`)

// A comment names no document that is not in the repository: whoever reads it
// could not look it up.
func TestCommentsNameDocumentsThatExist(t *testing.T) {
	there := map[string]bool{}
	var sources []string
	err := filepath.WalkDir("../..", func(name string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() && d.Name() == ".git" {
			return filepath.SkipDir
		}
		there[d.Name()] = true
		if strings.HasSuffix(name, ".go") {
			sources = append(sources, name)
		}
		return nil
	})
	if err != nil || len(sources) < 100 {
		t.Fatal(len(sources), err)
	}
	for _, name := range sources {
		set := token.NewFileSet()
		file, err := parser.ParseFile(set, name, nil, parser.ParseComments)
		if err != nil {
			t.Fatal(err)
		}
		for _, group := range file.Comments {
			for _, document := range documentName.FindAllString(group.Text(), -1) {
				if !there[document] && !strings.ContainsAny(document[:1], "0123456789x") {
					t.Errorf("%v: the comment names %s, which is not in the repository", set.Position(group.Pos()), document)
				}
			}
		}
	}
}
