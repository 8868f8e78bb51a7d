package advisor

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/BurntSushi/toml"

	"archadvisor/advisor/estimate"
	"archadvisor/advisor/profile"
)

// documentedBill is one month of one real system.
type documentedBill struct {
	ID, Style, Cloud, Source, Quality string
	MonthlyUSD                        float64 `toml:"monthly_usd"`
	Profile                           map[string]any
}

// off is how far a figure is off, whichever way: 1 or more.
func (b *documentedBill) off(usd float64) float64 { return max(usd/b.MonthlyUSD, b.MonthlyUSD/usd) }

func loadBills(t *testing.T, name string) []documentedBill {
	t.Helper()
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	var file struct{ Bill []documentedBill }
	if _, err := toml.Decode(string(data), &file); err != nil {
		t.Fatal(err)
	}
	return file.Bill
}

// profile is what the source states, and nothing else.
func (b *documentedBill) profile(t *testing.T) *profile.Profile {
	t.Helper()
	text := fmt.Sprintf("schema = 2\nname = %q\n", b.ID)
	sections := map[string][]string{"constraints": {fmt.Sprintf("cloud = %q", b.Cloud)}}
	for key, v := range b.Profile {
		section, field, _ := strings.Cut(key, ".")
		line, err := toml.Marshal(map[string]any{field: v})
		if err != nil {
			t.Fatal(err)
		}
		sections[section] = append(sections[section], string(line))
	}
	for section, lines := range sections {
		text += "[" + section + "]\n" + strings.Join(lines, "\n") + "\n"
	}
	list, errs := profile.Decode([]byte(text), b.ID)
	if len(errs) > 0 {
		t.Fatalf("%s: %v\n%s", b.ID, errs, text)
	}
	return list[0]
}

// reached is what the program reaches on the bills of one file: those within a factor of two,
// of three, and inside the range: exactly, as help tells them. A range is that of a program
// whose bill_spread was measured on the bills of all other systems.
type reached struct {
	file               string
	two, three, inside int
}

// The first were looked at while the models were made; the later ones were coded before they were
// computed, the blind and the fresh ones by people who knew neither program nor models, and then all
// were looked at, too. The unread ones nobody who works on the models has looked at.
var (
	known = reached{"testdata/bills.toml", 8, 9, 8}
	later = reached{"testdata/bills_later.toml", 6, 7, 8}
	blind = reached{"testdata/bills_blind.toml", 7, 13, 17}
	fresh = reached{"testdata/bills_fresh.toml", 11, 14, 25}

	unread = reached{"testdata/bills_unread.toml", 4, 7, 20}

	sets = []reached{known, later, blind, fresh, unread}
)

const (
	mostWidth   = 15.0 // median of high over low, of what tells something of its work
	leastInside = 0.65
)

// TestDocumentedBills has the program compute the bills of real systems from what their
// sources state, prints the table, and holds how far off they may be.
func TestDocumentedBills(t *testing.T) {
	bills := computedBills(t)
	for _, want := range sets {
		got, widths, all := reached{file: want.file}, []float64{}, 0
		for _, b := range bills {
			if b.file != want.file {
				continue
			}
			if b.Source == "" || b.MonthlyUSD <= 0 || len(b.Profile) == 0 {
				t.Fatalf("%s: incomplete", b.ID)
			}
			c, others := b.cost, b.band(bills.spread(b.told, b.system()))
			r, within := b.off(c.Expected), others.Low <= b.MonthlyUSD && b.MonthlyUSD <= others.High
			t.Logf("%-24s documented %7.0f  computed %8.0f  range %7.0f to %8.0f  off %5.1f  inside by the others %-5v told %-5v %s",
				b.ID, b.MonthlyUSD, c.Expected, c.Low, c.High, b.MonthlyUSD/c.Expected, within, b.told, b.shape)
			if b.told || want == known {
				widths = append(widths, c.High/c.Low)
			}
			all, got.two, got.three, got.inside = all+1, got.two+one(r <= 2), got.three+one(r <= 3), got.inside+one(within)
		}
		slices.Sort(widths)
		width := widths[len(widths)/2]
		t.Logf("%+v of %d, median width of %d is %.1f", got, all, len(widths), width)
		if got != want || want == known && width > mostWidth || float64(got.inside) < leastInside*float64(all) {
			t.Errorf("%+v of %d, width %.1f; want %+v, as help says, width at most %v", got, all, width, want, mostWidth)
		}
	}
}

// TestHelpSaysHowFarOffBillsAre: the page about the bill quotes the figures of the test.
func TestHelpSaysHowFarOffBillsAre(t *testing.T) {
	for _, essay := range estimate.Essays() {
		if essay.Title != "The monthly bill" {
			continue
		}
		words := strings.Join(strings.Fields(essay.Text), " ")
		for _, r := range sets {
			if want := fmt.Sprintf(" %d, %d, %d", r.two, r.three, r.inside); !strings.Contains(words, want) {
				t.Errorf("the page does not say %q", want)
			}
		}
	}
}

func one(b bool) int {
	if b {
		return 1
	}
	return 0
}
