// Command decode reads and decodes profiles and does nothing else: what score is compared with.
package main

import (
	"fmt"
	"os"
	"path/filepath"
	"runtime"

	"github.com/BurntSushi/toml"
)

func main() {
	files, err := filepath.Glob(filepath.Join(os.Args[1], "*.toml"))
	if err != nil || len(files) == 0 {
		fmt.Fprintln(os.Stderr, "no files:", err)
		os.Exit(1)
	}
	keys := 0
	for _, f := range files {
		data, err := os.ReadFile(f)
		if err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		var doc map[string]any
		if err := toml.Unmarshal(data, &doc); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		keys += len(doc)
	}
	fmt.Println(len(files), keys)
	runtime.KeepAlive(files)
}
