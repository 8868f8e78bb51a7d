// Package git measures what the history of a repository tells of those who work on it and of how its parts
// hang together: people, growth, teams, releases, modules and which of them change together. It runs the git
// program, reads what is there, changes nothing, lets nothing leave the machine, and names no person.
package git

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"strings"
)

type repo struct {
	ctx context.Context
	dir string
}

// Settings of a repository that could run a program or fetch something are overruled: a history is untrusted, too.
var safely = []string{"--no-pager", "--no-optional-locks", "-c", "log.showSignature=false", "-c", "core.fsmonitor=false", "-c", "protocol.allow=never", "-c", "diff.external="}

// lines runs git and hands each line on, ended by sep, without holding all of them.
func (r *repo) lines(sep byte, each func(line string), args ...string) error {
	c := exec.CommandContext(r.ctx, "git", append(append([]string{"-C", r.dir}, safely...), args...)...)
	c.Env = append(os.Environ(), "LC_ALL=C", "GIT_NO_LAZY_FETCH=1", "GIT_TERMINAL_PROMPT=0")
	var fault bytes.Buffer
	c.Stderr = &fault
	out, err := c.StdoutPipe()
	if err == nil {
		err = c.Start()
	}
	if errors.Is(err, exec.ErrNotFound) {
		return errors.New("the program git is not there; measure git reads histories with it")
	}
	if err != nil {
		return err
	}
	for b := bufio.NewReaderSize(out, 256<<10); err == nil; {
		var line string
		if line, err = b.ReadString(sep); len(line) > 0 {
			each(strings.TrimSuffix(line, string(sep)))
		}
	}
	if !errors.Is(err, io.EOF) {
		return errors.Join(err, c.Wait())
	}
	if err := c.Wait(); err != nil {
		return errors.Join(r.ctx.Err(), fmt.Errorf("git %s: %s", args[0], strings.TrimSpace(strings.TrimPrefix(fault.String(), "fatal: "))))
	}
	return nil
}

// text is what git prints, "" if it fails.
func (r *repo) text(args ...string) string {
	var out strings.Builder
	if r.lines('\n', func(line string) { out.WriteString(line + "\n") }, args...) != nil {
		return ""
	}
	return out.String()
}
