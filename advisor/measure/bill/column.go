package bill

import (
	"slices"
	"strconv"
	"strings"
	"time"
)

// role is what a column of an export is about.
type role int

const (
	cost role = iota
	start
	service
	usage // what of it was used: a type, a meter, an SKU
	charge
	currency
	amount
	unit
	unused // paid for and not used, of a reservation
	roles
)

// names are the columns of the exports by role, spelt in small letters without
// blanks and signs: those of the AWS report (both versions), of Google's table and
// console, of Azure (both account types), and of FOCUS. The first that an export has
// counts.
var names = [roles][]string{
	cost:     {"lineitemunblendedcost", "costinbillingcurrency", "costinusd", "pretaxcost", "billedcost", "cost", "subtotal"},
	start:    {"lineitemusagestartdate", "usagestarttime", "usagestartdate", "chargeperiodstart", "usagedatetime", "usagedate", "date", "startdate"},
	service:  {"lineitemproductcode", "productservicecode", "servicedescription", "metercategory", "consumedservice", "servicename", "service"},
	usage:    {"lineitemusagetype", "skudescription", "metername", "metersubcategory", "skuid", "chargedescription"},
	charge:   {"lineitemlineitemtype", "costtype", "chargetype", "chargecategory"},
	currency: {"lineitemcurrencycode", "billingcurrencycode", "billingcurrency", "currency"},
	amount:   {"lineitemusageamount", "usageamountinpricingunits", "usageamount", "quantity", "usagequantity", "consumedquantity"},
	unit:     {"pricingunit", "usagepricingunit", "unitofmeasure", "usageunit", "consumedunit"},
	unused:   {"reservationunusedrecurringfee"},
}

// clouds are columns by which an export is known.
var clouds = []struct{ column, cloud, title string }{
	{"lineitemunblendedcost", "aws", "AWS Cost and Usage Report"}, {"metercategory", "azure", "Azure cost export"},
	{"consumedservice", "azure", "Azure cost export"}, {"servicedescription", "gcp", "Google cost export"}, {"billedcost", "", "FOCUS export"},
}

// plain is the name of a column in small letters and digits alone.
func plain(name string) string {
	name, _, _ = strings.Cut(name, "(") // "Cost ($)"
	return strings.Map(func(r rune) rune {
		if r >= 'a' && r <= 'z' || r >= '0' && r <= '9' {
			return r
		}
		return -1
	}, strings.ToLower(name))
}

// header finds the columns by role, -1 where there is none; false if the line is
// no header of an export.
func header(line []string) (columns [roles]int, cloud, title string, ok bool) {
	have := make([]string, len(line))
	for i, name := range line {
		have[i] = plain(name)
	}
	for r, list := range names {
		columns[r] = -1
		for _, name := range list {
			if columns[r] = slices.Index(have, name); columns[r] >= 0 {
				break
			}
		}
	}
	for _, c := range clouds {
		if slices.Contains(have, c.column) {
			return columns, c.cloud, c.title, columns[cost] >= 0 && columns[start] >= 0 && columns[service] >= 0
		}
	}
	return columns, "", "", false
}

// layouts are how exports write dates; American ones before European ones, as
// Azure's has it.
var layouts = []string{time.RFC3339, "2006-01-02", "01/02/2006", "2006-01-02 15:04:05 UTC", "2006-01-02 15:04:05.999 UTC", "2006-01-02 15:04:05", "2006-01-02T15:04:05", "20060102", "1/2/2006"}

func date(text string) (time.Time, bool) {
	for _, l := range layouts {
		if t, err := time.Parse(l, strings.TrimSpace(text)); err == nil {
			return t.UTC(), true
		}
	}
	return time.Time{}, false
}

// number reads an amount of money or of use: 1,234.50, $3, (2.10) for −2.10.
func number(text string) (float64, bool) {
	text = strings.Trim(strings.TrimSpace(text), "$€£")
	if text == "" {
		return 0, true
	}
	negative := strings.HasPrefix(text, "(") && strings.HasSuffix(text, ")")
	x, err := strconv.ParseFloat(strings.ReplaceAll(strings.Trim(text, "()"), ",", ""), 64)
	if negative {
		x = -x
	}
	return x, err == nil && x < 1e12 && x > -1e12
}
