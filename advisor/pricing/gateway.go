package pricing

import "math"

// GatewayRates are the prices of a front door that is paid per call: API
// Gateway's HTTP and REST products, Azure API Management on consumption.
type GatewayRates struct {
	Calls       Tariff  // per call
	FreeCalls   float64 // per month
	MeteringKB  float64 // a call counts once per this much payload; 0: once
	itemOnABill string
}

// HTTPGateway resolves API Gateway's HTTP API. Its grant is for the first
// twelve months of an account.
func (c *Catalogue) HTTPGateway() (GatewayRates, error) {
	r := resolver{c: c}
	return GatewayRates{
		Calls:       r.tariff("aws", "api_gateway", "http_requests"),
		FreeCalls:   r.value("aws", "api_gateway", "free_calls_12_months"),
		MeteringKB:  r.quirk("aws", "api_gateway", "http_metering_kb"),
		itemOnABill: "HTTP API calls",
	}, r.err
}

// RESTGateway resolves API Gateway's REST API.
func (c *Catalogue) RESTGateway() (GatewayRates, error) {
	r := resolver{c: c}
	return GatewayRates{
		Calls:       r.tariff("aws", "api_gateway", "rest_requests"),
		FreeCalls:   r.value("aws", "api_gateway", "free_calls_12_months"),
		itemOnABill: "REST API calls",
	}, r.err
}

// APIManagement resolves Azure API Management on the consumption plan.
func (c *Catalogue) APIManagement() (GatewayRates, error) {
	r := resolver{c: c}
	return GatewayRates{
		Calls:       r.tariff("azure", "apim", "consumption"),
		FreeCalls:   r.value("azure", "apim", "free_calls"),
		itemOnABill: "API Management calls",
	}, r.err
}

// GatewayUse is a month of calls.
type GatewayUse struct {
	Calls     float64
	PayloadKB float64 // of one call; matters where calls are metered by size
	FreeTier  bool
}

// Cost is the monthly price in USD.
func (r *GatewayRates) Cost(u GatewayUse) float64 {
	var m meter
	r.charge(u, &m)
	return m.usd
}

// Bill is Cost in line items.
func (r *GatewayRates) Bill(u GatewayUse) Bill {
	m := meter{record: true}
	r.charge(u, &m)
	return Bill{Lines: m.lines}
}

func (r *GatewayRates) charge(u GatewayUse, m *meter) {
	calls := u.Calls
	if r.MeteringKB > 0 {
		calls *= math.Max(1, math.Ceil(u.PayloadKB/r.MeteringKB))
	}
	if u.FreeTier {
		calls = above(calls, r.FreeCalls)
	}
	m.add(&r.Calls, r.itemOnABill, calls)
}

// WebSocketRates are the prices of API Gateway's WebSocket API.
type WebSocketRates struct {
	Messages Tariff // per message of at most 32 KB
	Minutes  Tariff // per minute that a connection is open
}

// WebSocketGateway resolves API Gateway's WebSocket API.
func (c *Catalogue) WebSocketGateway() (WebSocketRates, error) {
	r := resolver{c: c}
	return WebSocketRates{
		Messages: r.tariff("aws", "api_gateway", "ws_messages"),
		Minutes:  r.tariff("aws", "api_gateway", "ws_minutes"),
	}, r.err
}

// WebSocketUse is a month of open connections.
type WebSocketUse struct {
	Messages          float64
	ConnectionMinutes float64
}

// Cost is the monthly price in USD.
func (r *WebSocketRates) Cost(u WebSocketUse) float64 {
	var m meter
	r.charge(u, &m)
	return m.usd
}

// Bill is Cost in line items.
func (r *WebSocketRates) Bill(u WebSocketUse) Bill {
	m := meter{record: true}
	r.charge(u, &m)
	return Bill{Lines: m.lines}
}

func (r *WebSocketRates) charge(u WebSocketUse, m *meter) {
	m.add(&r.Messages, "WebSocket messages", u.Messages)
	m.add(&r.Minutes, "WebSocket connection minutes", u.ConnectionMinutes)
}
