package command

import (
	"encoding/json"
	"fmt"
	"io"
	"runtime"
	"runtime/debug"

	"github.com/spf13/cobra"

	"archadvisor/ui/manual"
)

// Version is the program's version, of which decision records keep a copy.
const Version = "0.1.0"

func versionLine() string { return "archadvisor " + Version }

// build is what the binary knows of itself.
type build struct {
	Version string `json:"version"`
	Commit  string `json:"commit,omitempty"`
	Date    string `json:"date,omitempty"`
	Go      string `json:"go"`
	System  string `json:"system"`
}

func buildInfo() build {
	b := build{Version: Version, Go: runtime.Version(), System: runtime.GOOS + "/" + runtime.GOARCH}
	if info, ok := debug.ReadBuildInfo(); ok {
		for _, s := range info.Settings {
			switch s.Key {
			case "vcs.revision":
				b.Commit = s.Value
			case "vcs.time":
				b.Date = s.Value
			}
		}
	}
	return b
}

func newVersion(s Streams) *cobra.Command {
	return &cobra.Command{Use: "version", Short: "Print the version", Args: takes(0, 0, "nothing"),
		RunE: func(c *cobra.Command, _ []string) error {
			b := buildInfo()
			if format, _ := c.Flags().GetString("format"); format == "json" {
				return json.NewEncoder(s.Out).Encode(b)
			} else if format != "" && format != "text" {
				return usage("version knows --format text and json, not %q", format)
			}
			fmt.Fprintf(s.Out, "archadvisor %s\n", b.Version)
			if b.Commit != "" {
				fmt.Fprintf(s.Out, "commit %s of %s\n", b.Commit, b.Date)
			}
			_, err := fmt.Fprintf(s.Out, "%s %s\n", b.Go, b.System)
			return err
		}}
}

func newMan(s Streams) *cobra.Command {
	return &cobra.Command{Use: "man", Short: "Print the manual page", Args: takes(0, 0, "nothing"),
		RunE: func(c *cobra.Command, _ []string) error {
			_, err := io.WriteString(s.Out, manual.Page(c.Root(), Version))
			return err
		}}
}
