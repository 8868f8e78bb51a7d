package rules

import (
	"strings"
	"testing"
)

const evidence = `
[[source]]
id = "bogner-2021"
title = "Industry practices"
address = "https://example.org/bogner"
date = 2021
quality = "peer-reviewed"
says = "Services are hard to change together."

[[source]]
id = "own-bills"
title = "Our bills"
date = 2025-05-09
quality = "measured"
says = "They rose."
`

func citing(source string) string {
	return evidence + strings.Replace(goodPack, `engineers can talk"
source = "a test"`, `engineers can talk"
source = `+source, 1)
}

func TestSourcesAreCited(t *testing.T) {
	p, issues := LoadFile("p.toml", []byte(citing(`["bogner-2021", "own-bills", "a talk of 2020"]`)))
	if issues = append(issues, p.Check(world(t))...); len(issues) > 0 {
		t.Fatal(issues)
	}
	if s := p.Source("own-bills"); s == nil || s.Date != "2025-05-09" || s.Quality != "measured" || p.Source("own-bill") != nil {
		t.Errorf("got %+v", s)
	}
	want := "Industry practices, https://example.org/bogner; Our bills; a talk of 2020"
	if got := p.Cite(p.Rules[0].Sources); got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	q, _ := LoadFile("q.toml", []byte(citing(`["own-bills"]`)))
	if p.Hash() == q.Hash() {
		t.Error("what a rule cites must count in the hash")
	}
}

func TestSourceFaults(t *testing.T) {
	for source, want := range map[string]string{
		`"bogner-2020"`:            `one-team: there is no [[source]] "bogner-2020"; did you mean bogner-2021?`,
		`["own-bills", "hearsay"]`: `one-team: warning: there is no [[source]] "hearsay"; a source in words has a blank in it`,
		`"https://example.org"`:    "",
		`"word of mouth"`:          "",
		`""`:                       "one-team: source is empty",
		`3`:                        "one-team: source must be an array of strings, not 3",
	} {
		p, issues := LoadFile("", []byte(citing(source)))
		var got []string
		for _, i := range append(issues, p.Check(world(t))...) {
			_, message, _ := strings.Cut(i.Error(), ": ")
			got = append(got, message)
		}
		if text := strings.Join(got, "|"); text != want {
			t.Errorf("%s:\ngot  %s\nwant %s", source, text, want)
		}
	}
}

func TestSourceTables(t *testing.T) {
	for change, want := range map[string]string{
		"quality = \"mesured\"": `quality is "mesured"; allowed is measured, peer-reviewed, first-hand, vendor, folk; did you mean measured?`,
		"date = \"2021-02-30\"": `date must be a year, a month or a day, such as 2021, 2021-05 or 2021-05-09`,
		"date = \"in May\"":     `date must be a year, a month or a day, such as 2021, 2021-05 or 2021-05-09`,
		"tilte = \"x\"":         `unknown key "tilte"; did you mean title?`,
	} {
		key, _, _ := strings.Cut(change, " ")
		text := "[pack]\nname = \"p\"\nversion = \"1\"\n[[source]]\nid = \"a\"\ntitle = \"A\"\ndate = 2020\nquality = \"folk\"\nsays = \"b\"\n"
		if at := strings.Index(text, key+" ="); at >= 0 {
			end := at + strings.IndexByte(text[at:], '\n')
			text = text[:at] + change + text[end:]
		} else {
			text += change + "\n"
		}
		_, issues := LoadFile("f", []byte(text))
		if len(issues) != 1 || issues[0].Message != want {
			t.Errorf("%s: got %v, want %s", change, issues, want)
		}
	}
	_, issues := LoadFile("f", []byte(evidence+evidence+"[pack]\nname = \"p\"\nversion = \"1\"\n"))
	if len(issues) != 2 || !strings.Contains(issues[0].Message, `duplicate id "bogner-2021"`) {
		t.Errorf("got %v", issues)
	}
}
