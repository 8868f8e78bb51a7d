package git

import (
	"archadvisor/rules/source"
	"strconv"
	"strings"
)

// release is how often something was released in the year before a time, or since
// the history began.
type release struct {
	weeks         float64
	tags, finals  int // commits with a tag of a version or a deployment; without those of previews
	merges, steps int // merges to the main branch, and all its commits
}

var (
	versionTag = source.Pattern(`(?i)[0-9]+([.\-_][0-9]+)+|[0-9]{6,}|release|deploy|prod`)
	previewTag = source.Pattern(`(?i)([-._0-9]|^)(alpha|beta|rc|pre|preview|dev|snapshot|nightly|canary|test|milestone|m|a|b)[-._]?[0-9]*([-._].*)?$`)
)

// readReleases counts tags, and the steps of the main line for where there are none.
func readReleases(r *repo, revision string, first, now int) (out release, err error) {
	from := max(first, now-year)
	out.weeks = max(1, float64(now-from)/(7*day))
	within := func(text string) bool {
		at, err := strconv.Atoi(text)
		return err == nil && at > from && at <= now
	}
	all, final := map[string]bool{}, map[string]bool{}
	err = r.lines('\n', func(line string) {
		f := strings.Fields(line)
		if len(f) < 3 || !within(f[0]) || !versionTag().MatchString(f[1]) {
			return
		}
		commit := f[len(f)-1]
		all[commit] = true
		if !previewTag().MatchString(f[1]) {
			final[commit] = true
		}
	}, "for-each-ref", "refs/tags", "--format=%(creatordate:unix) %(refname:strip=2) %(objectname) %(*objectname)")
	if err != nil {
		return out, err
	}
	out.tags, out.finals = len(all), len(final)
	err = r.lines('\n', func(line string) {
		if at, parents, _ := strings.Cut(line, " "); within(at) {
			out.steps++
			out.merges += strings.Count(parents, " ")
		}
	}, "log", "--first-parent", "--format=%ct %P", revision, "--")
	return out, err
}
