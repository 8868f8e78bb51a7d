package estimate

import (
	_ "embed"
	"sync"

	"github.com/BurntSushi/toml"
)

// Essay explains one model in a screen: at most 24 lines of 78 columns.
type Essay struct {
	Title   string
	Text    string
	Sources []string // ids of evidence
}

//go:embed essays.toml
var essaysTOML string

// Essays are the models in the order in which a number comes about.
var Essays = sync.OnceValue(func() []Essay {
	var file struct {
		Essay []Essay
	}
	if err := toml.Unmarshal([]byte(essaysTOML), &file); err != nil {
		panic("estimate: essays.toml: " + err.Error()) // a bug in this program, never input
	}
	return file.Essay
})
