package pricing

import (
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
)

// kindFunc computes one kind of bill from named inputs.
type kindFunc func(c *Catalogue, in *inputs) (Bill, error)

// kinds are the bills that Compute can make, by name.
var kinds = map[string]kindFunc{
	"lambda":                   lambdaKind,
	"lambda_provisioned":       lambdaProvisionedKind,
	"lambda_managed_instances": managedInstancesKind,
	"lambda_snapstart":         lambdaSnapStartKind,
	"lambda_stream":            lambdaStreamKind,
	"lambda_tenant":            lambdaTenantKind,
	"lambda_durable":           lambdaDurableKind,
	"lambda_esm":               lambdaPollerKind,
	"apigw_http":               httpGatewayKind,
	"apigw_rest":               restGatewayKind,
	"apigw_ws":                 webSocketKind,
	"alb":                      albKind,
	"lcu_only":                 lcuKind,
	"nlb":                      nlbKind,
	"nat":                      natKind,
	"nat_gcp":                  natGCPKind,
	"fargate":                  fargateKind,
	"fargate_month":            fargateMonthKind,
	"fargate_windows":          fargateWindowsKind,
	"eks":                      eksKind,
	"eks_fargate":              eksFargateKind,
	"aks":                      aksKind,
	"gke":                      gkeKind,
	"vm":                       machineKind,
	"vm_fleet":                 fleetKind,
	"vm_fleet_lb":              fleetBalancerKind,
	"logs":                     logsKind,
	"egress":                   egressKind,
	"egress_aws":               egressKind,
	"egress_gcp":               egressGCPKind,
	"egress_azure":             egressAzureKind,
	"rds":                      rdsKind,
	"aurora_sv2":               auroraKind,
	"dynamodb":                 dynamoKind,
	"azure_functions":          azureFunctionsKind,
	"azure_premium":            azurePremiumKind,
	"appgw":                    appGatewayKind,
	"apim":                     apiManagementKind,
	"container_apps":           containerAppsKind,
	"container_apps_idle":      containerAppsIdleKind,
	"cloud_run_request":        cloudRunRequestKind,
	"cloud_run_instance":       cloudRunInstanceKind,
	"cloud_run_idle":           cloudRunIdleKind,
	"gcf_gen1":                 cloudFunctionsKind,
	"gcp_lb":                   googleBalancerKind,
}

// Kinds lists what Compute can bill, in alphabetical order.
func Kinds() []string { return slices.Sorted(maps.Keys(kinds)) }

// Compute bills a month of one kind with the embedded books.
//
//	pricing.Compute("alb", map[string]any{"new_conn_per_s": 1, "active_conn_per_min": 120, "gb_per_hour": 1.08, "hours": 720})
//
// Inputs are numbers, words or truth values. A price among them ("usd_h",
// "gbs_rate") takes the place of the book's. An input that the kind does not
// know is an error, and so is one of the wrong type; all are reported at once.
// The free tier is not taken unless the inputs say so.
func Compute(kind string, inputs map[string]any) (Bill, error) {
	c, err := Load()
	if err != nil {
		return Bill{}, err
	}
	return c.Compute(kind, inputs)
}

// Compute is the function Compute with these books.
func (c *Catalogue) Compute(kind string, values map[string]any) (Bill, error) {
	f, ok := kinds[kind]
	if !ok {
		if near := nearestName(kind, Kinds()); near != "" {
			return Bill{}, fmt.Errorf("unknown kind of bill %s (did you mean %s?)", kind, near)
		}
		return Bill{}, fmt.Errorf("unknown kind of bill %s (known: %s)", kind, strings.Join(Kinds(), ", "))
	}
	in := newInputs(values)
	bill, err := f(c, in)
	region := in.text("region", "")
	if err != nil { // not all inputs were asked for, so none can be called unknown
		return Bill{}, fmt.Errorf("%s: %w", kind, errors.Join(append(in.problems, err)...))
	}
	if problems := in.finish(); problems != nil {
		return Bill{}, fmt.Errorf("%s: %w", kind, problems)
	}
	bill.Notes = append(bill.Notes, in.notes...)
	if used := regionOf(bill); region != "" && used != "" && region != used {
		bill.Notes = append(bill.Notes, fmt.Sprintf("prices of %s stand in for %s where the inputs give none", used, region))
	}
	return bill, nil
}

// regionOf is the region of the first line that is priced from a book.
func regionOf(b Bill) string {
	for _, l := range b.Lines {
		if l.Confidence != "given" {
			return l.Region
		}
	}
	return ""
}

// join makes one bill of several.
func join(bills ...Bill) Bill {
	var all Bill
	for _, b := range bills {
		all.Lines = append(all.Lines, b.Lines...)
		all.Notes = append(all.Notes, b.Notes...)
	}
	return all
}

// savings is the share of the price that is left under a savings plan. For
// functions and for machines the same plan takes off different amounts.
func savings(c *Catalogue, in *inputs, prefix string) float64 {
	plan := in.text("savings_plan", "none")
	if plan == "" || plan == "none" {
		return 1
	}
	off, err := c.Quirk("aws", "savings", prefix+plan)
	if err != nil {
		in.problem("savings_plan = %q: none, compute_sp_1yr, compute_sp_3yr, ec2_instance_sp or reserved_3yr is expected: %w", plan, err)
		return 1
	}
	return 1 - off.Value/100
}
