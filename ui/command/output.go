package command

import (
	"io"
	"os"
	"slices"

	"github.com/spf13/cobra"

	"archadvisor/ui/settings"
)

// reads says that a file is one of those that are read, which writing would destroy.
func (o *common) reads(path string) string {
	out, err := os.Stat(path)
	if err != nil || !out.Mode().IsRegular() {
		return ""
	}
	for _, name := range slices.Concat(o.args, o.set.packs, []string{o.set.prices, o.set.strengths}) {
		if in, err := os.Stat(name); err == nil && os.SameFile(in, out) {
			return "is read, too, and would be gone"
		}
	}
	return ""
}

// prints makes what a command runs that needs no setting but where its text goes.
func (s Streams) prints(text func(c *cobra.Command, w io.Writer) error) func(*cobra.Command, []string) error {
	return func(c *cobra.Command, args []string) error {
		path, err := c.Flags().GetString("output")
		if err != nil {
			return err
		}
		o := common{Streams: s, set: &choices{output: path, found: settings.Found{"output": {Said: "--output"}}}}
		return o.writeTo(func(w io.Writer) error { return text(c, w) })
	}
}
