package bill

import (
	"bytes"
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"

	"archadvisor/advisor/profile"
)

// cur writes a Cost and Usage Report of a month by the hour: a machine around the
// clock, functions from eight to eight, an idle address, tax and a credit.
func cur() string {
	b := &strings.Builder{}
	b.WriteString("identity/LineItemId,lineItem/LineItemType,lineItem/UsageStartDate,lineItem/ProductCode,lineItem/UsageType,lineItem/UsageAmount,lineItem/CurrencyCode,lineItem/UnblendedCost,pricing/unit\n")
	for h := range 30 * 24 {
		at := fmt.Sprintf("2026-09-%02dT%02d:00:00Z", h/24+1, h%24)
		fmt.Fprintf(b, "%d,Usage,%s,AmazonEC2,EUC1-BoxUsage:m6g.large,1,USD,0.10,Hrs\n", h, at)
		fmt.Fprintf(b, "%d,Usage,%s,AmazonEC2,EUC1-ElasticIP:IdleAddress,1,USD,0.005,Hrs\n", h, at)
		if h%24 >= 8 && h%24 < 20 {
			fmt.Fprintf(b, "%d,Usage,%s,AWSLambda,EUC1-Request,100000,USD,0.02,Requests\n", h, at)
		}
	}
	b.WriteString("x,Tax,2026-09-01T00:00:00Z,AmazonEC2,,1,USD,19.5,\nx,Credit,2026-09-01T00:00:00Z,AWSLambda,,1,USD,-2,\n")
	return b.String()
}

const explorer = `"Service","EC2-Instances($)","Relational Database Service($)","S3($)","Tax($)","Total costs($)"
"Service total","300","90","30","20","440"
"2026-07-01","90","30","10","5","135"
"2026-08-01","100","30","10","7","147"
"2026-09-01","110","30","10","8","158"
`

const google = "Invoice number,12\nDate,2026-10-01\n\nBilling account name,Project ID,Service description,SKU description,Usage start date,Usage end date,Usage amount,Usage unit,Cost type,Cost ($)\n" +
	"acme,shop,Cloud Run,CPU Allocation Time,2026-09-01,2026-09-02,1000,seconds,Usage,\"1,024.50\"\nacme,shop,Cloud SQL,Zonal vCPU,2026-09-02,2026-09-03,24,hour,Usage,10\n" +
	"acme,shop,Compute Engine,E2 Instance Core running,2026-09-03,2026-09-04,24,hour,Usage,5.5\nacme,,,,,,,,Tax,3\n"

const azure = "\ufeffInvoiceSectionName,Date,MeterCategory,MeterName,Quantity,UnitOfMeasure,CostInBillingCurrency,BillingCurrencyCode,ChargeType\n" +
	"x,09/01/2026,Virtual Machines,D2s v5,24,1 Hour,40,EUR,Usage\nx,09/02/2026,Virtual Machines,D2s v5,24,1 Hour,40,EUR,Usage\nx,09/02/2026,Virtual Machines,D2s v5,24,1 Hour,20,EUR,UnusedReservation\nx,09/02/2026,Functions,Total Executions,1000000,10,1,EUR,Usage\n"

const focus = "BilledCost,BillingCurrency,ChargeCategory,ChargePeriodStart,ServiceName,ChargeDescription,ConsumedQuantity,ConsumedUnit\n" +
	"10.5,USD,Usage,2026-09-01T00:00:00Z,Azure Kubernetes Service,nodes,24,Hours\n9.5,USD,Usage,2026-09-02T00:00:00Z,Azure Kubernetes Service,nodes,24,Hours\n"

// Each export gives the month that its lines add up to, its kinds and its idle part.
func TestExports(t *testing.T) {
	for _, x := range []struct {
		name, text string
		want       []string
		low, high  float64
	}{
		{"CUR", cur(), []string{"AWS Cost and Usage Report", "left out: credit, −2", "left out: tax, 19.5", "for: machines 87", "network 4.3 %", "functions 8.7 %",
			"idle: 4.3 % is called idle", "91.3 % is paid by time; in 50 % of the hours nearly nothing was used, and 45.7 % of the bill"}, 82.8, 82.8},
		{"Cost Explorer", explorer, []string{"AWS Cost Explorer", "for: machines 71.4 %, database 21.4 %, storage 7.1 %", "left out: tax, 20", "whole months: 2026-07, 2026-08, 2026-09"}, 130, 150},
		{"Google", google, []string{"Google cost export", "containers 98.5 %", "4 lines, 1 of which could not be read", "3 days scaled to a month"}, 0, 31200},
		{"Azure", azure, []string{"Azure cost export", "in EUR", "# monthly_usd = [", "19.8 % is called idle or unused"}, -1, -1},
		{"FOCUS", focus, []string{"FOCUS export", "for: kubernetes 100 %"}, 273, 335},
	} {
		f, err := Measure(strings.NewReader(x.text))
		if err != nil {
			t.Errorf("%s: %v", x.name, err)
			continue
		}
		text := string(f.TOML())
		for _, want := range x.want {
			if !strings.Contains(text, want) {
				t.Errorf("%s: %q is missing:\n%s", x.name, want, text)
			}
		}
		list, errs := profile.Decode([]byte("schema = 2\nname = \"x\"\n"+text), "x")
		if len(errs) > 0 {
			t.Errorf("%s: %v\n%s", x.name, errs, text)
			continue
		}
		if v := list[0].Get(profile.TodayMonthlyUSD); v.Known() != (x.low >= 0) || v.Known() && (v.Low < x.low-1e-9 || v.High > x.high+1e-9) {
			t.Errorf("%s: a month costs %+v, want %v to %v", x.name, v, x.low, x.high)
		}
	}
}

// A compressed export is the same export.
func TestGzip(t *testing.T) {
	var b bytes.Buffer
	z := gzip.NewWriter(&b)
	if _, err := io.WriteString(z, cur()); err != nil || z.Close() != nil {
		t.Fatal(err)
	}
	f, err := Measure(&b)
	if err != nil {
		t.Fatal(err)
	}
	plain, err := Measure(strings.NewReader(cur()))
	if err != nil || string(f.TOML()) != string(plain.TOML()) {
		t.Errorf("%v\n%s\n%s", err, f.TOML(), plain.TOML())
	}
}

// What is no export is refused, and so is one of which most lines cannot be read.
func TestNoExport(t *testing.T) {
	for _, text := range []string{"", "a,b\n1,2\n", "\x00\xff", "{}", "Service,EC2($)\nnothing,1\n", "BilledCost,ChargePeriodStart,ServiceName\nx,y,z\n1,2026-09-01,a\nx,2026-09-01,a\n", "\"unclosed\na,b"} {
		if _, err := Measure(strings.NewReader(text)); !errors.Is(err, ErrUnreadable) {
			t.Errorf("%q: %v", text, err)
		}
	}
}
