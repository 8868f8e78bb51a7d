package pricing

import "strings"

// ClusterRates are the prices of a managed Kubernetes control plane.
type ClusterRates struct {
	Hour Tariff // per cluster-hour
}

// Cluster resolves the control plane of aws (standard, extended), gcp
// (standard) or azure (free, standard, premium). The tier is not case
// sensitive; "" is standard.
func (c *Catalogue) Cluster(cloud, tier string) (ClusterRates, error) {
	r := resolver{c: c}
	service, items := "eks", map[string]string{"standard": "control_plane", "extended": "extended_support"}
	switch cloud {
	case "gcp":
		service, items = "gke", map[string]string{"standard": "management_fee"}
	case "azure":
		service, items = "aks", map[string]string{"free": "free_tier", "standard": "standard_uptime_sla", "premium": "premium_lts"}
	}
	tier = strings.ToLower(tier)
	if tier == "" {
		tier = "standard"
	}
	item, ok := items[tier]
	if !ok {
		return ClusterRates{}, &MissingError{Kind: price.String(), Cloud: cloud, Service: service, Item: tier}
	}
	return ClusterRates{r.tariff(cloud, service, item)}, r.err
}

// ClusterUse is a month of control planes.
type ClusterUse struct {
	Clusters float64
	Hours    float64
}

// Cost is the monthly price in USD.
func (r *ClusterRates) Cost(u ClusterUse) float64 {
	var m meter
	r.charge(u, &m)
	return m.usd
}

// Bill is Cost in line items.
func (r *ClusterRates) Bill(u ClusterUse) Bill {
	m := meter{record: true}
	r.charge(u, &m)
	return Bill{Lines: m.lines}
}

func (r *ClusterRates) charge(u ClusterUse, m *meter) {
	m.add(&r.Hour, "Kubernetes control plane", u.Clusters*u.Hours)
}
