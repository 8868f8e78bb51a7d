package command

import (
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

const module = "archadvisor"

// leaf is what every package may import: how numbers are written.
const leaf = "rules/numeral"

// arrow is a row of the table of packages: what a package may import of ours,
// and what it must never import.
type arrow struct {
	may   []string
	never []string
}

// screen is what a view of the screens may import: no other view, and not the
// router.
var screen = []string{"ui/view", "ui/draw", "ui/wording", "ui/session", "ui/theme", "advisor", "advisor/explain", "advisor/profile", "advisor/say"}

// The table: one road, one direction. Packages that are not in it are new and
// need a row.
var arrows = map[string]arrow{
	leaf:                           {never: []string{"fmt", "os", "time"}},
	"rules":                        {may: []string{"rules/cond", "rules/source"}, never: []string{"os", "os/exec", "net", "net/http", "time", "math/rand", "math/rand/v2", "crypto/rand"}},
	"rules/source":                 {never: []string{"os", "time", "math/rand", "math/rand/v2"}},
	"rules/cond":                   {may: []string{"rules/source"}, never: []string{"os", "time", "math/rand", "math/rand/v2"}},
	"rules/packs":                  {never: []string{"os", "time", "fmt", "math"}},
	"advisor/profile/quantity":     {may: []string{"rules/source"}, never: []string{"os", "time"}},
	"advisor/profile/distribution": {never: []string{"os", "time", "fmt"}},
	"advisor/profile/prior":        {may: []string{"advisor/profile/distribution"}, never: []string{"os", "time", "fmt"}},
	"advisor/profile":              {may: []string{"advisor/profile/distribution", "advisor/profile/prior", "advisor/profile/quantity", "rules/source"}, never: []string{"os", "math/rand", "math/rand/v2"}},
	"advisor/profile/compose":      {may: []string{"advisor/profile"}, never: []string{"os", "time"}},
	"advisor/mixture":              {may: []string{"advisor", "advisor/explain", "advisor/estimate", "advisor/profile", "advisor/profile/compose"}, never: []string{"os", "time", "math/rand", "math/rand/v2"}},
	"advisor/pricing":              {may: []string{"rules/source"}, never: []string{"os", "math/rand", "math/rand/v2"}},
	"advisor/fact":                 {may: []string{"advisor/profile", "advisor/pricing", "advisor/estimate", "rules", "rules/cond"}, never: []string{"os", "time", "math/rand", "math/rand/v2"}},
	"advisor/estimate/queueing":    {never: []string{"os", "time", "fmt"}},
	"advisor/estimate/people":      {may: []string{"advisor/pricing"}, never: []string{"os", "time", "math/rand", "math/rand/v2"}},
	"advisor/estimate":             {may: []string{"advisor/estimate/people", "advisor/estimate/queueing", "advisor/profile", "advisor/pricing"}, never: []string{"os", "time", "math/rand", "math/rand/v2"}},
	"advisor":                      {may: []string{"advisor/fact", "advisor/profile", "advisor/profile/compose", "advisor/profile/distribution", "advisor/pricing", "advisor/estimate", "rules", "rules/cond"}, never: []string{"os", "time", "math/rand", "math/rand/v2", "net/http"}},
	"advisor/precedent":            {may: []string{"advisor", "advisor/profile", "advisor/profile/distribution", "advisor/pricing", "advisor/estimate", "rules", "rules/source"}, never: []string{"os", "time", "math/rand", "math/rand/v2", "net/http"}},
	"advisor/explain":              {may: []string{"advisor", "advisor/precedent", "advisor/profile", "advisor/profile/distribution", "advisor/pricing", "advisor/estimate", "rules"}, never: []string{"os", "time", "math/rand", "math/rand/v2", "net/http"}},
	"advisor/measure":              {may: []string{"advisor/profile", "rules/source"}, never: []string{"os", "time", "net/http"}},
	"advisor/measure/logs":         {may: []string{"advisor/measure", "advisor/profile", "advisor/estimate/queueing"}, never: []string{"os", "net/http", "math/rand", "math/rand/v2"}},
	"advisor/measure/git":          {may: []string{"rules/source", "advisor/measure", "advisor/profile"}, never: []string{"net/http"}},
	"advisor/measure/bill":         {may: []string{"rules/source", "advisor/measure", "advisor/profile"}, never: []string{"os", "net/http"}},
	"ui/measuring":                 {may: []string{"advisor/measure", "advisor/measure/bill", "advisor/measure/logs", "advisor/pricing", "advisor/profile", "rules/source", "ui/disk"}, never: []string{"github.com/spf13/cobra"}},
	"advisor/say":                  {may: []string{"advisor", "advisor/mixture", "advisor/say/document", "advisor/explain", "advisor/precedent", "advisor/estimate", "advisor/pricing", "advisor/profile", "rules"}, never: []string{"os", "math/rand", "math/rand/v2"}},
	"advisor/say/document":         {may: []string{"advisor/profile"}, never: []string{"os"}},
	"advisor/say/paper":            {may: []string{"advisor", "advisor/explain", "advisor/mixture", "advisor/profile", "advisor/say"}, never: []string{"os"}},
	"advisor/say/row":              {may: []string{"advisor", "advisor/explain", "advisor/mixture", "advisor/precedent", "advisor/profile", "advisor/say"}, never: []string{"os"}},
	"advisor/report":               {may: []string{"advisor", "advisor/explain", "advisor/estimate", "advisor/mixture", "advisor/profile", "advisor/say", "advisor/say/document"}, never: []string{"os", "net/http"}},
	"advisor/record/slug":          {},
	"advisor/record/token":         {may: []string{"rules/source", "advisor/profile"}, never: []string{"os"}},
	"advisor/record/markup":        {may: []string{"advisor/say", "rules/source"}},
	"advisor/record/page":          {may: []string{"rules/source", "advisor/record/markup"}, never: []string{"os"}},
	"advisor/record":               {may: []string{"rules/source", "advisor/record/page", "advisor/say/paper", "advisor/record/token", "advisor/record/markup", "advisor/record/slug", "advisor", "advisor/explain", "advisor/mixture", "advisor/precedent", "advisor/profile", "advisor/profile/compose", "advisor/say"}, never: []string{"os", "math/rand", "math/rand/v2"}},
	"ui/theme":                     {may: []string{"advisor/say/document"}, never: []string{"os"}},
	"ui/noprobe":                   {never: []string{"os", "fmt"}},
	"ui/session":                   {may: []string{"ui/disk", "advisor", "advisor/explain", "advisor/profile"}, never: []string{"github.com/charmbracelet/bubbletea", "github.com/charmbracelet/lipgloss"}},
	"ui/disk":                      {},
	"ui/records":                   {may: []string{"advisor/record/page", "advisor/record/slug", "ui/disk", "advisor", "advisor/explain", "advisor/mixture", "advisor/profile", "advisor/record", "advisor/record/token"}, never: []string{"github.com/charmbracelet/bubbletea"}},
	"ui/render":                    {may: []string{"advisor/pricing", "advisor/estimate", "rules/numeral", "rules/source", "advisor", "advisor/explain", "advisor/mixture", "advisor/precedent", "advisor/profile", "advisor/record", "advisor/say", "advisor/say/document", "advisor/say/row", "rules", "rules/cond"}, never: []string{"os", "github.com/spf13/cobra"}},
	"ui/terminal":                  {may: []string{"ui/theme"}},
	"ui/batch":                     {may: []string{"advisor/profile", "advisor/record", "rules/source", "ui/disk", "ui/terminal"}},
	"ui/wording":                   {may: []string{"ui/session", "ui/theme", "advisor", "advisor/explain", "advisor/profile", "advisor/say"}, never: []string{"os", "time"}},
	"ui/draw":                      {may: []string{"ui/wording", "ui/theme", "advisor", "advisor/explain", "advisor/profile"}, never: []string{"os", "time"}},
	"ui/view":                      {may: []string{"ui/draw", "ui/records", "ui/session", "ui/theme", "advisor", "advisor/explain", "advisor/measure", "advisor/mixture", "advisor/profile"}},
	"ui/form":                      {may: screen},
	"ui/result":                    {may: append([]string{"advisor/precedent"}, screen...)},
	"ui/study/chart":               {may: screen},
	"ui/study/whatif":              {may: screen},
	"ui/study/sensitivity":         {may: screen},
	"ui/export":                    {may: append([]string{"advisor/record", "ui/records"}, screen...)},
	"ui/accessible":                {may: append([]string{"ui/records"}, screen...)},
	"ui":                           {may: append([]string{"ui/terminal", "ui/form", "ui/result", "ui/study/chart", "ui/study/whatif", "ui/study/sensitivity", "ui/export"}, screen...)},
	"ui/setup":                     {may: []string{"advisor", "advisor/fact", "advisor/profile", "advisor/record", "advisor/record/slug", "rules", "ui/batch", "ui/disk", "ui/measuring", "ui/records", "ui/render", "ui/session", "ui/view"}, never: []string{"github.com/spf13/cobra"}},
	"ui/manual":                    {may: []string{"advisor/estimate", "advisor/pricing", "advisor/profile", "advisor/record", "advisor/say", "advisor/say/document", "rules", "rules/packs"}, never: []string{"os"}},
	"ui/settings":                  {may: []string{"rules/source", "ui/disk"}},
	"ui/command":                   {may: []string{"advisor/measure", "advisor/measure/git", "ui/measuring", "advisor/record/slug", "advisor/fact", "ui/settings", "ui/manual", "rules", "rules/packs", "rules/source", "advisor", "advisor/explain", "advisor/mixture", "advisor/precedent", "advisor/profile", "advisor/profile/compose", "advisor/pricing", "advisor/estimate", "advisor/record", "advisor/report", "advisor/say", "advisor/say/document", "advisor/say/row", "ui", "ui/accessible", "ui/batch", "ui/disk", "ui/records", "ui/render", "ui/setup", "ui/terminal", "ui/session", "ui/theme", "ui/view"}},
	"":                             {may: []string{"ui/command", "ui/noprobe"}},
}

func TestArrows(t *testing.T) {
	seen := map[string]bool{}
	for file, imports := range importsOf(t, "../..") {
		pkg := path.Dir(file)
		if pkg == "." {
			pkg = ""
		}
		seen[pkg] = true
		row, ok := arrows[pkg]
		if !ok {
			t.Errorf("%s: package %s has no row in the table of arrows", file, pkg)
			continue
		}
		for _, imported := range imports {
			own, ours := strings.CutPrefix(imported, module+"/")
			if ours && own != leaf && !slices.Contains(row.may, own) {
				t.Errorf("%s imports %s, which points the wrong way", file, own)
			}
			if slices.Contains(row.never, imported) {
				t.Errorf("%s imports %s, which %s must never do", file, imported, pkg)
			}
		}
	}
	for pkg := range arrows {
		if !seen[pkg] {
			t.Errorf("the table of arrows has a row for %q, which does not exist", pkg)
		}
	}
}

// noprobe runs before bubbletea only while it imports lipgloss alone and the
// module's name sorts before bubbletea's.
func TestProbeGuardStaysFirst(t *testing.T) {
	for file, imports := range importsOf(t, "../..") {
		if path.Dir(file) == "ui/noprobe" && !slices.Equal(imports, []string{"github.com/charmbracelet/lipgloss"}) {
			t.Errorf("%s imports %v, want lipgloss alone", file, imports)
		}
	}
	if module >= "github.com/charmbracelet/bubbletea" {
		t.Errorf("the module's name %q sorts behind bubbletea's", module)
	}
}

// importsOf parses every Go file that is no test, below a folder.
func importsOf(t *testing.T, root string) map[string][]string {
	t.Helper()
	out := map[string][]string{}
	err := filepath.WalkDir(root, func(name string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		base := d.Name()
		if d.IsDir() && name != root && (strings.HasPrefix(base, ".") || base == "testdata") {
			return filepath.SkipDir
		}
		if d.IsDir() || !strings.HasSuffix(base, ".go") || strings.HasSuffix(base, "_test.go") {
			return nil
		}
		file, err := parser.ParseFile(token.NewFileSet(), name, nil, parser.ImportsOnly)
		if err != nil {
			return err
		}
		rel, err := filepath.Rel(root, name)
		if err != nil {
			return err
		}
		imports := []string{}
		for _, i := range file.Imports {
			text, err := strconv.Unquote(i.Path.Value)
			if err != nil {
				return err
			}
			imports = append(imports, text)
		}
		out[filepath.ToSlash(rel)] = imports
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if len(out) < 50 {
		t.Fatalf("found %d files below %s: not the repository", len(out), root)
	}
	return out
}

// The top of the repository holds these and nothing else but the program itself,
// where somebody built it.
func TestTopLevel(t *testing.T) {
	allowed := []string{"main.go", "rules", "advisor", "ui", "testdata", "go.mod", "go.sum", "README.md", "LICENSE", "CHANGELOG.md", "CONTRIBUTING.md", "archadvisor"}
	entries, err := os.ReadDir("../..")
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		if !strings.HasPrefix(e.Name(), ".") && !slices.Contains(allowed, e.Name()) {
			t.Errorf("%s does not belong at the top of the repository", e.Name())
		}
	}
}
