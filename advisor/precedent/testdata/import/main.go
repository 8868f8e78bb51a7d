// Command import writes a folder of labelled decisions (labels.toml and
// profiles/ID.toml) as one file of the embedded corpus: profiles verbatim, without the
// facts that they were coded from.
//
//	go run ./advisor/precedent/testdata/import DIR > advisor/precedent/corpus/NAME.toml
package main

import (
	"bufio"
	"fmt"
	"log"
	"os"
	"path/filepath"
	"strings"

	"github.com/BurntSushi/toml"
)

type labelled struct {
	ID           string `toml:"id"`
	Organisation string `toml:"organisation"`
	Label        string `toml:"label"`
	Rejected     string `toml:"rejected"`
	Confidence   string `toml:"confidence"`
	Kind         string `toml:"kind"`
	Scope        string `toml:"scope"`
	Year         int    `toml:"year"`
	Source       string `toml:"source"`
	Summary      string `toml:"summary"`
}

func main() {
	if len(os.Args) != 2 {
		log.Fatal("usage: import DIR")
	}
	var file struct {
		Case []labelled `toml:"case"`
	}
	if _, err := toml.DecodeFile(filepath.Join(os.Args[1], "labels.toml"), &file); err != nil {
		log.Fatal(err)
	}
	w := bufio.NewWriter(os.Stdout)
	fmt.Fprintln(w, "# Documented decisions, written by testdata/import; profiles are not edited.")
	for _, c := range file.Case {
		text, err := os.ReadFile(filepath.Join(os.Args[1], "profiles", c.ID+".toml"))
		if err != nil {
			log.Fatal(err)
		}
		if err := c.write(w, string(text)); err != nil {
			log.Fatal(err)
		}
	}
	if err := w.Flush(); err != nil {
		log.Fatal(err)
	}
}

// write writes a case; an address that is not one of the web is left out.
func (c *labelled) write(w *bufio.Writer, text string) error {
	if strings.Contains(text, "'''") {
		return fmt.Errorf("%s: a profile with ''' cannot be written verbatim", c.ID)
	}
	if !strings.HasPrefix(c.Source, "http") {
		c.Source = ""
	}
	fmt.Fprintln(w, "\n[[case]]")
	for _, row := range [][2]string{{"id", c.ID}, {"organisation", c.Organisation}, {"label", c.Label}, {"rejected", c.Rejected},
		{"confidence", c.Confidence}, {"kind", c.Kind}, {"scope", c.Scope}, {"source", c.Source}, {"summary", c.Summary}} {
		if row[1] != "" {
			fmt.Fprintf(w, "%s = %s\n", row[0], quote(row[1]))
		}
	}
	if c.Year != 0 {
		fmt.Fprintf(w, "year = %d\n", c.Year)
	}
	fmt.Fprintf(w, "profile = '''\n%s'''\n", strings.TrimRight(text, "\n")+"\n")
	return nil
}

// quote writes a basic string of TOML.
func quote(s string) string {
	return `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`, "\n", `\n`, "\t", `\t`).Replace(s) + `"`
}
