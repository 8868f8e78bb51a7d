package command

import (
	"fmt"
	"os"
	"strings"
	"testing"
)

// CI says the bounds that its benchmarks hold.
func TestCISaysTheBounds(t *testing.T) {
	text, err := os.ReadFile("../../.ci/run")
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{
		fmt.Sprintf("version takes at most %gx a program that prints a word", mostStart),
		fmt.Sprintf("at most %gx (central inputs) and %gx (draws) of decoding complete profiles, %gx and %gx where most is open", mostCentral, mostDraws, mostSparse0, mostSparse),
	} {
		if !strings.Contains(string(text), want) {
			t.Errorf(".ci/run does not say %q", want)
		}
	}
}
