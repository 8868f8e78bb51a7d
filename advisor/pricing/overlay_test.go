package pricing

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"archadvisor/rules/source"
)

const contract = `cloud  = "aws"
region = "eu-central-1"
as_of  = 2026-10-01
source = "our contract"

[[price]]
service = "ec2"
item    = "c7g.large"
value   = 0.0829

[[price]]
cloud = "gcp"
service = "gce"
item = "e2-medium"
value = 0.03
as_of = "2026-09"

[[assumption]]
item = "node_packing"
value = 0.7
low = 0.6
high = 0.8
`

func TestOverlayReplaces(t *testing.T) {
	base := Load()
	c, errs := base.Overlay("prices/contract.toml", []byte(contract))
	if len(errs) > 0 {
		t.Fatal(errs)
	}
	p := c.find(key{price, "aws", "ec2", "c7g.large"})
	want := Price{Cloud: "aws", Service: "ec2", Item: "c7g.large", Value: 0.0829, Low: 0.0829, High: 0.0829, Unit: "USD/h",
		Region: "eu-central-1", Sources: []string{"our contract"}, AsOf: "2026-10-01", Confidence: "overlay"}
	if !reflect.DeepEqual(*p, want) {
		t.Errorf("got %+v\nwant %+v", *p, want)
	}
	if p := c.find(key{price, "gcp", "gce", "e2-medium"}); p.Value != 0.03 || p.Region != "us-central1" || p.AsOf != "2026-09" {
		t.Errorf("price of another cloud: %+v", *p)
	}
	if a := c.Assumption("node_packing"); a.Value != 0.7 || a.Low != 0.6 || a.High != 0.8 {
		t.Errorf("assumption: %+v", a)
	}
	if got := c.Label("aws"); got != "aws 2026-11 + contract.toml" {
		t.Errorf("label %q", got)
	}
	if got := c.Label("azure"); got != "azure 2026-11" {
		t.Errorf("label of an untouched book %q", got)
	}
}

func TestOverlayMovesTheBook(t *testing.T) {
	base := Load()
	c, errs := base.Overlay("contract.toml", []byte(contract))
	if len(errs) > 0 {
		t.Fatal(errs)
	}
	if c.Region("aws") != "eu-central-1" || base.Region("aws") != "us-east-1" {
		t.Errorf("regions %s, %s", c.Region("aws"), base.Region("aws"))
	}
	stand := c.find(key{price, "aws", "ec2", "c7g.xlarge"})
	if stand.Region != "us-east-1" || !stand.Flagged() {
		t.Errorf("a price that the file does not give must stand in and be flagged: %+v", *stand)
	}
	old := base.find(key{price, "aws", "ec2", "c7g.xlarge"})
	if old.Flagged() {
		t.Error("the base changed")
	}
	lines, err := compute(c, "vm", map[string]any{"instance_type": "c7g.large"})
	if err != nil || total(lines) != 0.0829*HoursPerMonth {
		t.Errorf("bill %v, %v", lines, err)
	}
}

func TestOverlayOfOtherFigures(t *testing.T) {
	file := `price = [{cloud = "aws", service = "nat", item = "gb", value = 0.05}]

[[limit]]
cloud = "aws"
item = "concurrency"
value = 5000

[[quirk]]
cloud = "gcp"
service = "cloud_run"
item = "duration_step_ms"
value = 1
`
	c, errs := Load().Overlay("own.toml", []byte(file))
	if len(errs) > 0 {
		t.Fatal(errs)
	}
	if p := c.find(key{price, "aws", "nat", "gb"}); p.Value != 0.05 || p.AsOf != "undated" || p.Sources[0] != "own.toml" {
		t.Errorf("an inline table: %+v", *p)
	}
	if l := c.Limit("aws", "concurrency"); l != 5000 {
		t.Errorf("limit %v", l)
	}
	if step := c.BillingRule("gcp", "cloud_run", "duration_step_ms", 0); step != 1 {
		t.Errorf("a billing step of the user's: %v", step)
	}
}

// TestAnOldPriceIsTold: the oldest dated price of the file, not an assumption, from a day more than twelve months on; of a
// year or a month whichever day was meant.
func TestAnOldPriceIsTold(t *testing.T) {
	today := time.Date(2026, 11, 26, 0, 0, 0, 0, time.UTC)
	for asOf, old := range map[string]bool{"1999-01-01": true, "2025-11-25": true, "2025-11-26": false, "2025-10": true, "2025-11": false, "2024": true, "2025": false} {
		file := "as_of = \"" + asOf + "\"\n[[assumption]]\nitem = \"node_packing\"\nvalue = 0.7\nas_of = \"1990\"\n" +
			"[[price]]\ncloud = \"aws\"\nservice = \"nat\"\nitem = \"gb\"\nvalue = 0.05\n" +
			"[[price]]\ncloud = \"gcp\"\nservice = \"gce\"\nitem = \"e2-medium\"\nvalue = 0.03\nas_of = \"2026-09\"\n"
		c, errs := Load().Overlay("p.toml", []byte(file))
		if errs != nil {
			t.Fatal(errs)
		}
		if got := c.Stale("aws", today); got != "" && !old || got != asOf && old {
			t.Errorf("as of %s: %q", asOf, got)
		}
		if got := c.Stale("gcp", today); got != "" {
			t.Errorf("of a month ago: %q", got)
		}
	}
	if got := Load().Stale("aws", today); got != "" {
		t.Errorf("without a price file: %q", got)
	}
}

func TestOverlayFaults(t *testing.T) {
	tests := []struct{ name, file, want string }{
		{"typo in an item", "cloud = \"aws\"\n[[price]]\nservice = \"ec2\"\nitem = \"c7g.larg\"\nvalue = 1\n", `p.toml:4:8: no figure "aws ec2 c7g.larg" in the books; did you mean aws ec2 c7g.large?`},
		{"typo in a key", "[[price]]\ncloud = \"aws\"\nservice = \"ec2\"\nitem = \"c7g.large\"\nvalu = 1\n", "p.toml:1:3: value is missing|p.toml:5:1: unknown key \"valu\"; did you mean value?"},
		{"typo in a cloud", "[[price]]\ncloud = \"asw\"\nservice = \"ec2\"\nitem = \"c7g.large\"\nvalue = 1\n", `p.toml:2:9: unknown cloud "asw" (known: ` + strings.Join(Load().clouds(), ", ") + ")"},
		{"not a number", "cloud = \"aws\"\n[[price]]\nservice = \"ec2\"\nitem = \"c7g.large\"\n  value =  \"dear\"\n", `p.toml:5:12: value must be a number, not the string "dear"`},
		{"negative", "cloud = \"aws\"\n[[price]]\nservice = \"ec2\"\nitem = \"c7g.large\"\nvalue = -1\n", "p.toml:5:9: value is -1; allowed is 0 to 73"},
		{"infinite", "cloud = \"aws\"\n[[price]]\nservice = \"ec2\"\nitem = \"c7g.large\"\nvalue = inf\n", "p.toml:5:9: value is +Inf; allowed is 0 to 73"},
		{"another unit", "cloud = \"aws\"\n[[price]]\nservice = \"lambda\"\nitem = \"requests\"\nvalue = 2e-7\nunit = \"USD\"\n", `p.toml:6:8: unit = "USD": the books have aws lambda requests in USD/1M`},
		{"twice", "cloud = \"aws\"\n[[price]]\nservice = \"nat\"\nitem = \"gb\"\nvalue = 1\n[[price]]\nservice = \"nat\"\nitem = \"gb\"\nvalue = 2\n", "p.toml:8:8: aws nat gb is given twice"},
		{"unknown table", "[[prices]]\nvalue = 1\n", `p.toml:1:3: unknown key "prices"; did you mean price?`},
		{"region without cloud", "region = \"eu-west-1\"\n", `p.toml:1:10: region needs the cloud that it is of: add cloud = "aws"`},
		{"a single table", "[price]\nvalue = 1\n", "p.toml:1:2: price must be written [[price]]"},
		{"bad date", "cloud = \"aws\"\nas_of = \"yesterday\"\n", `p.toml:2:9: as_of must be a year, a month or a day, such as 2021, 2021-05 or 2021-05-09`},
		{"range", "[[assumption]]\nitem = \"gateway_ms\"\nvalue = 5\nlow = 6\n", "p.toml:3:9: value = 5 does not lie between low and high"},
		{"a utilisation of nothing", "[[assumption]]\nitem = \"target_utilisation\"\nvalue = 0\n", "p.toml:3:9: value is 0; allowed is 0.0006 to 1"},
		{"a share above all", "[[assumption]]\nitem = \"target_utilisation\"\nvalue = 0.5\nhigh = 5\n", "p.toml:4:8: high is 5; allowed is 0.0006 to 1"},
		{"a divisor of nothing", "[[assumption]]\nitem = \"services_per_store\"\nvalue = 3\nlow = 0\n", "p.toml:4:7: low is 0; allowed is 0.003 to 3000"},
		{"more than all", "[[assumption]]\nitem = \"sla.aws.lambda\"\nvalue = 101\n", "p.toml:3:9: value is 101; allowed is 0.09995 to 100"},
		{"a limit of nothing", "[[limit]]\ncloud = \"aws\"\nitem = \"concurrency\"\nvalue = 0\n", "p.toml:4:9: value is 0; allowed is 0.001 to 1e+09"},
		{"a step of nothing", "[[quirk]]\ncloud = \"aws\"\nservice = \"lambda\"\nitem = \"duration_step_ms\"\nvalue = 0\n", "p.toml:5:9: value is 0; allowed is 0.001 to 1000"},
		{"inline", "cloud = \"aws\"\nprice = [{service = \"nat\", item = \"bg\", value = 1}]\n", `p.toml:2:35: no figure "aws nat bg" in the books; did you mean aws nat gb?`},
		{"not even a table", "price = [1, 2]\n", "p.toml:1:9: price must be written [[price]]"},
		{"syntax", "cloud = \"aws\"\n[[price]\n", "p.toml:2:8: not valid TOML: "},
		{"key after a long text", "source = \"\"\"\nvalue = 3\n\"\"\"\nclod = \"aws\"\n", `p.toml:4:1: unknown key "clod"; did you mean cloud?`},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			c, errs := Load().Overlay("p.toml", []byte(tt.file))
			if c != nil {
				t.Error("a catalogue beside errors")
			}
			var lines []string
			for _, err := range errs {
				lines = append(lines, err.Error())
			}
			if got := strings.Join(lines, "|"); got != tt.want && !(tt.name == "syntax" && strings.HasPrefix(got, tt.want)) {
				t.Errorf("got  %s\nwant %s", got, tt.want)
			}
		})
	}
}

func TestOverlayReportsAllFaultsInOrder(t *testing.T) {
	var b strings.Builder
	b.WriteString("cloud = \"aws\"\n")
	for range 250 {
		b.WriteString("[[price]]\nservice = \"nat\"\nitem = \"nothing like it at all\"\nvalue = 1\n")
	}
	_, errs := Load().Overlay("p.toml", []byte(b.String()))
	told := len(errs) - 1
	if told < 100 || !strings.Contains(errs[told].Error(), fmt.Sprintf("… and %d more", 250-told)) {
		t.Errorf("%d errors, last %v", len(errs), errs[len(errs)-1])
	}
	lines := make([]int, 0, told)
	for _, err := range errs[:told] {
		lines = append(lines, err.Line)
	}
	if !slices.IsSorted(lines) || lines[0] != 4 {
		t.Errorf("lines %v", lines)
	}
}

func TestOverlayRefusesHugeFiles(t *testing.T) {
	_, errs := Load().Overlay("p.toml", make([]byte, source.MaxSize+1))
	if len(errs) != 1 || !strings.Contains(errs[0].Error(), "a price file has at most 1048576") {
		t.Errorf("errors %v", errs)
	}
}

// FuzzOverlay feeds any bytes: never a panic, and either a catalogue or errors.
func FuzzOverlay(f *testing.F) {
	f.Add([]byte(contract))
	f.Add([]byte("price = [{cloud = \"aws\", service = \"nat\", item = \"gb\", value = 0.05}]\n"))
	f.Add([]byte("[[price]]\n[[price]]\nvalue = {a = [1, \"x\"]}\n"))
	f.Add([]byte("\"\"\" = [[\n= ]]\x00\x1b[31m"))
	f.Fuzz(func(t *testing.T, data []byte) {
		c, errs := Load().Overlay("f.toml", data)
		if (c == nil) != (len(errs) > 0) {
			t.Errorf("catalogue %v with %d errors", c != nil, len(errs))
		}
	})
}

// The name of a file in a label is harmless, and otherwise as it is written.
func TestLabelOfAnyScript(t *testing.T) {
	c, errs := Load().Overlay("prices/契約\x1b[31m.toml", []byte(contract))
	if len(errs) > 0 {
		t.Fatal(errs)
	}
	if got, want := c.Label("aws"), `aws 2026-11 + 契約\u001B[31m.toml`; got != want {
		t.Errorf("label %q, want %q", got, want)
	}
}
