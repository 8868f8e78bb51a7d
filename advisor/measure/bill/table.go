package bill

import (
	"math"
	"slices"
	"strconv"
	"strings"
	"time"

	"archadvisor/rules/source"
)

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

// names are the columns of the exports by role, in small letters and digits alone:
// those of the AWS report (both versions), of Google's table and console, of Azure
// (both account types), and of FOCUS. The first that an export has counts.
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

// exports are known by a column.
var exports = []struct{ column, title string }{
	{"lineitemunblendedcost", "AWS Cost and Usage Report"}, {"metercategory", "Azure cost export"}, {"consumedservice", "Azure cost export"},
	{"servicedescription", "Google cost export"}, {"billedcost", "FOCUS export"},
}

// kinds are what money is spent on, by words in small letters; the first with a word counts.
var kinds = []struct{ name, words string }{
	{"queues", "queueservice,simple queue,awsqueue,amazonsns,simple notification,kinesis,amazonmq,amazonmsk,pub/sub,service bus,event hubs,event grid,eventbridge,amazonstates,step functions"},
	{"functions", "lambda,functions"},
	{"kubernetes", "amazoneks,kubernetes"},
	{"database", "amazonrds,rds:,relational database,dynamodb,elasticache,redshift,documentdb,aurora,neptune,opensearch,cloud sql,spanner,bigtable,firestore,memorystore,bigquery,cosmos,redis,database"},
	{"observability", "cloudwatch,xray,cloudtrail,logging,monitoring,log analytics,azure monitor,application insights"},
	{"disks, addresses and traffic of machines", "ec2-other"},
	{"storage", "amazons3,s3(,simple storage,glacier,ebs:,amazonefs,elastic file system,backup,filestore,storage,disks,snapshot"},
	{"network", "natgateway,nat gateway,loadbalancer,load balanc,cloudfront,datatransfer,data transfer,route53,route 53,apigateway,api gateway,vpc,publicipv4,elasticip,cdn,bandwidth,virtual network," +
		"application gateway,front door,networking,egress,ip address"},
	{"managed platform", "beanstalk,apprunner,app runner,lightsail,app engine,app service"},
	{"containers", "amazonecs,fargate,elastic container service,cloud run,container apps,container instances"},
	{"machines", "boxusage,spotusage,ec2,elastic compute cloud,compute engine,virtual machines,instance core,instance ram"},
}

// Words of charges that are no infrastructure, of what is called unused, is paid by use, and is paid by time.
const (
	outside = "tax,credit,refund,adjustment,rounding,support"
	idle    = "idle,unused,unattached"
	byUse   = "request,gb,lcu,million,operation,message,invocation,bytes,ops,query,queries"
	byTime  = "hour,hrs,boxusage,instance,month,day"
)

func has(words, text string) bool {
	return slices.ContainsFunc(strings.Split(words, ","), func(w string) bool { return strings.Contains(text, w) })
}

// kindOf sorts a line of a bill; what was used tells more than the service, where both have a word.
func kindOf(service, usage string) string {
	for _, text := range []string{strings.ToLower(usage), strings.ToLower(service)} {
		for _, k := range kinds {
			if text != "" && has(k.words, text) {
				return k.name
			}
		}
	}
	return "other"
}

// plain is the name of a column in small letters and digits alone: "Cost ($)" is cost.
func plain(name string) string {
	name, _, _ = strings.Cut(strings.ToLower(name), "(")
	return strings.Map(func(r rune) rune {
		if r >= 'a' && r <= 'z' || r >= '0' && r <= '9' {
			return r
		}
		return -1
	}, name)
}

// layouts are how exports write dates; American ones, as Azure has them, are not told from European ones.
var layouts = []string{time.RFC3339, time.DateOnly, "1/2/2006", "2006-01-02 15:04:05 UTC", time.DateTime, "2006-01-02T15:04:05", "20060102"}

func date(text string) (time.Time, bool) {
	for _, l := range layouts {
		if t, err := time.Parse(l, strings.TrimSpace(text)); err == nil {
			return t.UTC(), true
		}
	}
	return time.Time{}, false
}

// amounts are spelt with commas between thousands and a point before cents.
var amounts = source.Pattern(`^-?([0-9]+|[0-9]{1,3}(,[0-9]{3})+)?(\.[0-9]*)?([eE][-+]?[0-9]+)?$`)

// number reads an amount of money or of use: 1,234.50, $3; nothing is 0.
func number(text string) (float64, bool) {
	text = strings.Trim(text, " $€£")
	if text == "" {
		return 0, true
	}
	x, err := strconv.ParseFloat(strings.ReplaceAll(text, ",", ""), 64)
	if err != nil || !amounts().MatchString(text) || math.Abs(x) >= 1e12 {
		return 0, false
	}
	return x, true
}
