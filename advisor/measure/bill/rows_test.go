package bill

import (
	"errors"
	"fmt"
	"io"
	"runtime"
	"strings"
	"testing"

	"archadvisor/advisor/measure"
)

const explorerHead = "Service,EC2-Instances($),S3($),Total costs($)\n"

// A line of which an amount cannot be read, or that is no record, does not count as 0:
// it is counted and shown, and the others count as ever.
func TestLinesThatCannotBeRead(t *testing.T) {
	const good = "2026-09-01,30,2,32\n2026-10-01,40,2,42\n\n"
	for line, because := range map[string]string{
		"2026-08-01,n/a,1,31": `"n/a" is no amount`, "2026-08-01,1,NaN,1": `"NaN" is no amount`, "2026-08-01,1e309,1,2": `"1e309" is no amount`,
		`2026-08-01,"1.240,50",1,2`: `"1.240,50" is no amount; amounts are read as 1,240.50`, `2026-08-01,"1,5",1,2`: `"1,5" is no amount`,
		"2026-08-01,0x1p4,1,2": `"0x1p4" is no amount`, "August,30,1,31": "it has no date",
		`2026-08-01,"30,1,31`: "its quotes do not match", `2026-08-01,3"0,1,31`: "its quotes do not match", `2026-08-01,"3"0,1,31`: "its quotes do not match",
		strings.Repeat("9", measure.LongestLine+5): "it has more than 262144 bytes",
	} {
		f, err := Measure(strings.NewReader(explorerHead + line + "\n" + good))
		if err != nil {
			t.Errorf("%.60s: %v", line, err)
			continue
		}
		text := string(f.TOML())
		for _, want := range []string{"3 lines, 1 of which could not be read, 2026-09 to 2026-10", "1 line could not be read; the first: line 2: ", because, "monthly_usd = [32, 42]"} {
			if !strings.Contains(text, want) {
				t.Errorf("%.60s: %q is missing:\n%.2000s", line, want, text)
			}
		}
	}
}

// Amounts in quotes, thousands and exponents are read.
func TestLinesThatAreRead(t *testing.T) {
	const text = "\ufeff\"BilledCost\",BillingCurrency,ChargePeriodStart,ServiceName,ChargeDescription\n" +
		"\"$1,240.50\",USD,2026-09-01,S3,\"a \"\"disk\"\"\"\n1.5e-7,USD,2026-09-01,S3,x\n.5,USD,2026-09-01,S3,x\n-1,USD,2026-09-01,S3,x\n7,USD,2026-09-01\n"
	a, err := readExport(strings.NewReader(text))
	if err != nil || a.Unread != 0 || a.read != 5 || fmt.Sprintf("%.2f", a.total) != "1247.00" {
		t.Errorf("%+v, %v", a, err)
	}
	a, err = readExport(strings.NewReader("ChargePeriodStart,ServiceName,BilledCost\n2026-09-01,S3,5\n2026-09-01,S3\n"))
	if err != nil || a.Unread != 1 || a.total != 5 {
		t.Errorf("a line that ends before its cost: %+v, %v", a, err)
	}
}

// bytesOf repeats a text for so many bytes.
type bytesOf struct {
	text string
	left int
}

func (b *bytesOf) Read(p []byte) (int, error) {
	if b.left -= len(p); b.left < 0 {
		return 0, io.EOF
	}
	for i := range p {
		p[i] = b.text[i%len(b.text)]
	}
	return len(p), nil
}

// What has no end of a line, or a quote without an end, costs no memory.
func TestBoundedMemory(t *testing.T) {
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	if _, err := Measure(&bytesOf{"\x00", 1 << 30}); !errors.Is(err, ErrUnreadable) {
		t.Errorf("a file without lines: %v", err)
	}
	for _, fill := range []string{"x", "x,1\n", "\"", "2026-09-01,\"\n"} {
		from := io.MultiReader(strings.NewReader(explorerHead+"2026-09-01,\"30\",2,32\n2026-10-01,\"40,2,42\n"), &bytesOf{fill, 3 << 20})
		a, err := readExport(from)
		if err != nil || a.total != 32 || len(a.Shown) == 0 {
			t.Errorf("%q: %+v, %v", fill, a, err)
		}
	}
	runtime.ReadMemStats(&after)
	if used := after.HeapSys - before.HeapSys; after.HeapSys > before.HeapSys && used > 64<<20 {
		t.Errorf("%d MiB were used", used>>20)
	}
}
