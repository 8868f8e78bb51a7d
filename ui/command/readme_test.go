package command

import (
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// What README quotes is what the program prints: in every console block, each
// line "$ archadvisor ..." is run at the root of the repository and followed
// by its output, up to a line "…" if there is one. ARCHADVISOR_UPDATE=1
// rewrites the quotes; of a block that ends in "…" the first 25 lines.
func TestReadmeQuotesTheProgram(t *testing.T) {
	private(t)
	t.Chdir("../..")
	data, err := os.ReadFile("README.md")
	if err != nil {
		t.Fatal(err)
	}
	blocks := strings.Split(string(data), "```console\n")
	if len(blocks) < 3 {
		t.Fatal("README quotes nothing")
	}
	for i, block := range blocks[1:] {
		text, rest, _ := strings.Cut(block, "```\n")
		command, quoted, _ := strings.Cut(text, "\n")
		args, ok := strings.CutPrefix(command, "$ archadvisor ")
		if !ok {
			t.Fatalf("no command: %q", command)
		}
		code, out, errs := run(t, strings.Fields(args)...)
		if code != exitFine {
			t.Fatalf("%s: exit code %d: %s", command, code, errs)
		}
		if head, cut := strings.CutSuffix(quoted, "…\n"); cut {
			if os.Getenv("ARCHADVISOR_UPDATE") != "" {
				head = strings.Join(strings.SplitAfterN(out, "\n", 26)[:25], "")
			}
			out = out[:min(len(out), len(head))] + "…\n"
			quoted = head + "…\n"
		}
		if os.Getenv("ARCHADVISOR_UPDATE") != "" {
			blocks[i+1] = command + "\n" + out + "```\n" + rest
		} else if quoted != out {
			t.Errorf("%s prints something else than README says (ARCHADVISOR_UPDATE=1 go test -run Readme ./ui/command rewrites it):\n%s", command, out)
		}
	}
	if os.Getenv("ARCHADVISOR_UPDATE") != "" {
		if err := os.WriteFile("README.md", []byte(strings.Join(blocks, "```console\n")), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// The records that README links exist and hold, and can take the measurements that
// README and help feed.
func TestExampleRecordsHold(t *testing.T) {
	private(t)
	t.Chdir("../..")
	data, err := os.ReadFile("README.md")
	if err != nil {
		t.Fatal(err)
	}
	for _, part := range strings.Split(string(data), "](")[1:] {
		target, _, _ := strings.Cut(part, ")")
		if strings.Contains(target, "://") {
			continue
		}
		if _, err := os.Stat(target); err != nil {
			t.Errorf("README links %s: %v", target, err)
		}
	}
	code, out, errs := run(t, "check", "testdata/records")
	if code != exitFine || strings.Count(out, "\nholds ")+1 != 3 {
		t.Errorf("check of the examples: exit code %d\n%s%s", code, out, errs)
	}
	_, help, _ := run(t, "check", "--help")
	feed := regexp.MustCompile("--set load[^`\n]*").FindString(string(data))
	if code, out, errs := run(t, append([]string{"check", "testdata/records"}, strings.Fields(feed)...)...); feed == "" || !strings.Contains(help, feed) ||
		code != exitDrifted || strings.Contains(out, "unreadable") {
		t.Errorf("check with %q: exit code %d\n%s%s", feed, code, out, errs)
	}
}

var quoted = regexp.MustCompile("`([^`\n]+)`")

// Files, folders and tests that CONTRIBUTING names are there.
func TestContributingNamesWhatIsThere(t *testing.T) {
	t.Chdir("../..")
	data, err := os.ReadFile("CONTRIBUTING.md")
	if err != nil {
		t.Fatal(err)
	}
	tests := testNames(t)
	named := 0
	for _, m := range quoted.FindAllStringSubmatch(string(data), -1) {
		name := m[1]
		switch {
		case strings.HasPrefix(name, "Test"):
			if !tests[name] {
				t.Errorf("there is no test %s", name)
			}
		case strings.Contains(name, "/") && !strings.Contains(name, " "):
			if _, err := os.Stat(name); err != nil {
				t.Errorf("%s: %v", name, err)
			}
		default:
			continue
		}
		named++
	}
	if named < 20 {
		t.Errorf("only %d names found", named)
	}
}

// testNames are the names of all tests below the working folder.
func testNames(t *testing.T) map[string]bool {
	t.Helper()
	names := map[string]bool{}
	head := regexp.MustCompile(`(?m)^func (Test\w+)\(`)
	err := filepath.WalkDir(".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || !strings.HasSuffix(name, "_test.go") {
			return err
		}
		data, err := os.ReadFile(name)
		for _, m := range head.FindAllSubmatch(data, -1) {
			names[string(m[1])] = true
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return names
}
