package estimate

import (
	"cmp"
	"fmt"
	"math"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/BurntSushi/toml"

	"archadvisor/advisor/profile"
)

// documentedBill is one month of one real system.
type documentedBill struct {
	ID, Style, Cloud, Source, Quality string
	MonthlyUSD                        float64 `toml:"monthly_usd"`
	Profile                           map[string]any
}

// computedBill is what the models say of a documented bill from the stated
// profile alone: the figure at the central inputs and the 8-in-10 range of the draws, as the
// program reports them.
type computedBill struct {
	low, typical, high float64
	shape              string
}

// ratio is how far the typical figure is off, whichever way: 1 or more.
func (c *computedBill) ratio(documented float64) float64 {
	return max(c.typical/documented, documented/c.typical)
}

func loadBills(t *testing.T) []documentedBill {
	t.Helper()
	data, err := os.ReadFile("testdata/bills.toml")
	if err != nil {
		t.Fatal(err)
	}
	var file struct{ Bill []documentedBill }
	if _, err := toml.Decode(string(data), &file); err != nil {
		t.Fatal(err)
	}
	return file.Bill
}

// sampler draws what the source leaves open.
func (b *documentedBill) sampler(t *testing.T) *profile.Sampler {
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
	return profile.NewSampler(list[0], 1)
}

// compute chooses the shape at the central inputs, as the advisor does without
// gates, and draws.
func (e *Estimator) computeBill(t *testing.T, b *documentedBill) computedBill {
	s := b.sampler(t)
	var pt profile.Point
	s.Central(&pt)
	shape := e.cheapestShape(&pt, architectureOf(t, b.Style))
	const draws = 512
	costs := make([]float64, draws)
	for k := range costs {
		var est Estimate
		s.Draw(k, &pt)
		e.Eval(shape, &pt, e.Scenario(k), &est)
		costs[k] = est.LikelyUSD
	}
	slices.Sort(costs)
	s.Central(&pt)
	var typical Estimate
	e.Eval(shape, &pt, e.CentralScenario(), &typical)
	usd := typical.CostMonthlyUSD
	return computedBill{min(usd, costs[draws/10]), usd, max(usd, costs[draws-1-draws/10]), shapes[shape].ID}
}

// cheapestShape is the shape of an architecture that costs least, people included.
func (e *Estimator) cheapestShape(pt *profile.Point, a Architecture) int {
	list := slices.DeleteFunc(slices.Clone(e.ShapesOf(int(pt[profile.Cloud]), a)), func(shape int) bool { return !e.Suits(shape, pt) })
	cost := func(shape int) float64 {
		var est Estimate
		e.Eval(shape, pt, e.CentralScenario(), &est)
		return est.CostMonthlyUSD + est.OpsMonthlyUSD
	}
	return slices.MinFunc(list, func(x, y int) int { return cmp.Compare(cost(x), cost(y)) })
}

func architectureOf(t *testing.T, style string) Architecture {
	t.Helper()
	for a := Architecture(0); a < NumArchitectures; a++ {
		if a.String() == style {
			return a
		}
	}
	t.Fatalf("no architecture %q", style)
	return 0
}

// TestDocumentedBills computes the bills of real systems from what their sources
// state, prints the table, and holds how far off they may be.
func TestDocumentedBills(t *testing.T) {
	e := newEstimator(t)
	bills := loadBills(t)
	var two, three, inside float64
	widths := []float64{}
	for i := range bills {
		b := &bills[i]
		if b.Source == "" || b.MonthlyUSD <= 0 || len(b.Profile) == 0 {
			t.Fatalf("%s: incomplete", b.ID)
		}
		c := e.computeBill(t, b)
		r := c.ratio(b.MonthlyUSD)
		within := c.low <= b.MonthlyUSD && b.MonthlyUSD <= c.high
		t.Logf("%-24s documented %7.0f  computed %8.0f  range %7.0f to %8.0f  off %5.1f  inside %-5v %s",
			b.ID, b.MonthlyUSD, c.typical, c.low, c.high, c.typical/b.MonthlyUSD, within, c.shape)
		widths = append(widths, c.high/c.low)
		two, three, inside = two+one(r <= 2), three+one(r <= 3), inside+one(within)
	}
	slices.Sort(widths)
	n, width := float64(len(bills)), widths[len(widths)/2]
	t.Logf("of %v: within 2x %.0f, within 3x %.0f, inside the range %.0f; median width %.1f", n, two, three, inside, width)
	if two < leastWithinTwo || three < leastWithinThree || inside < leastInside || width > mostWidth {
		t.Errorf("the bills are further off than they were: at least %d, %d and %d, width at most %v",
			leastWithinTwo, leastWithinThree, leastInside, mostWidth)
	}
}

// inputSpread is how far the draws of a bill spread in the logarithm (standard deviation)
// without the factor for what operators do.
func (e *Estimator) inputSpread(t *testing.T, b *documentedBill) float64 {
	s := b.sampler(t)
	var pt profile.Point
	s.Central(&pt)
	shape := e.cheapestShape(&pt, architectureOf(t, b.Style))
	const draws = 512
	sum, squares := 0.0, 0.0
	for k := range draws {
		var est Estimate
		s.Draw(k, &pt)
		e.Eval(shape, &pt, e.Scenario(k), &est)
		x := math.Log(est.CostMonthlyUSD)
		sum, squares = sum+x, squares+x*x
	}
	return math.Sqrt(squares/draws - sum*sum/draws/draws)
}

// TestBillSpreadIsMeasured: half of the documented bills are off by exp(m) at most, which for
// a normal law of the logarithm is a spread of m / 0.6745; what the open inputs do not explain
// of it, sqrt(all^2 - inputs^2), is left to the operators: eight in ten lie within 1.2816 of
// that, which the lowest and highest eighth of the factor's range stand for. Each bill is left
// out once; the book's range lies between the least and the most that come out.
func TestBillSpreadIsMeasured(t *testing.T) {
	e := newEstimator(t)
	bills := loadBills(t)
	var off, inputs []float64
	for i := range bills {
		c := e.computeBill(t, &bills[i])
		off, inputs = append(off, math.Log(c.ratio(bills[i].MonthlyUSD))), append(inputs, e.inputSpread(t, &bills[i]))
	}
	least, most := math.Inf(1), 0.0
	for i := range bills {
		all, drawn := median(slices.Delete(slices.Clone(off), i, i+1))/0.6745, median(slices.Delete(slices.Clone(inputs), i, i+1))
		t.Logf("all %.3f inputs %.3f", all, drawn)
		high := math.Exp(1.2816 * math.Sqrt(max(0, all*all-drawn*drawn)) / 0.875)
		least, most = min(least, high), max(most, high)
	}
	t.Logf("between %.3f and %.3f", least, most)
	if s := e.assume.billSpread; s.mid != 1 || s.high < least-0.05 || s.high > most+0.05 || math.Abs(s.low*s.high-1) > 0.02 {
		t.Errorf("the book says %v; left out once each, the bills say a factor of %.2f to %.2f either way", s, least, most)
	}
}

func median(list []float64) float64 {
	slices.Sort(list)
	n := len(list)
	return (list[(n-1)/2] + list[n/2]) / 2
}

// TestHelpSaysHowFarOffBillsAre: the page about the bill quotes the figures of the test.
func TestHelpSaysHowFarOffBillsAre(t *testing.T) {
	for _, essay := range Essays() {
		if essay.Title != "The monthly bill" {
			continue
		}
		words := strings.Join(strings.Fields(essay.Text), " ")
		if want := fmt.Sprintf("%d are within a factor of 2, %d within 3 and %d inside the range", leastWithinTwo, leastWithinThree, leastInside); !strings.Contains(words, want) {
			t.Errorf("the page does not say %q", want)
		}
	}
}

// What the models reach on the documented bills, so that it does not get worse.
const (
	leastWithinTwo   = 6
	leastWithinThree = 8
	leastInside      = 8
	mostWidth        = 15.0 // median of high over low
)

func one(b bool) float64 {
	if b {
		return 1
	}
	return 0
}
