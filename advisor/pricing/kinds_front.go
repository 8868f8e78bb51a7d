package pricing

func httpGatewayKind(c *Catalogue, in *inputs) (Bill, error) {
	r, err := c.HTTPGateway()
	if err != nil {
		return Bill{}, err
	}
	return gatewayBill(c, in, r, "requests"), nil
}

func restGatewayKind(c *Catalogue, in *inputs) (Bill, error) {
	r, err := c.RESTGateway()
	if err != nil {
		return Bill{}, err
	}
	return gatewayBill(c, in, r, "requests"), nil
}

func apiManagementKind(c *Catalogue, in *inputs) (Bill, error) {
	r, err := c.APIManagement()
	if err != nil {
		return Bill{}, err
	}
	if !in.has("calls") {
		return gatewayBill(c, in, r, "requests"), nil
	}
	in.context("tier", "sku")
	return gatewayBill(c, in, r, "calls"), nil
}

func gatewayBill(c *Catalogue, in *inputs, r GatewayRates, name string) Bill {
	in.rate(&r.Calls, "usd_m", 1)
	if in.has("free_calls") {
		r.FreeCalls = in.number("free_calls", 0)
	}
	return r.Bill(GatewayUse{
		Calls:     requests(c, in, name),
		PayloadKB: in.first(0, "request_kb", "payload_kb"),
		FreeTier:  in.flag("free_tier", in.has("free_calls")),
	})
}

func webSocketKind(c *Catalogue, in *inputs) (Bill, error) {
	r, err := c.WebSocketGateway()
	if err != nil {
		return Bill{}, err
	}
	in.rate(&r.Messages, "usd_m", 1)
	return r.Bill(WebSocketUse{Messages: in.need("messages"), ConnectionMinutes: in.number("connection_minutes", 0)}), nil
}

// balancerUse reads the traffic at a load balancer. With processed_gb_month the
// connections, too, are totals of the month, as infracost's usage files have
// them; otherwise they are means, and the data is GB per hour.
func balancerUse(c *Catalogue, in *inputs) BalancerUse {
	u := BalancerUse{
		NewPerSecond:      in.number("new_conn_per_s", 0),
		ActivePerMinute:   in.number("active_conn_per_min", 0),
		GBPerHour:         in.number("gb_per_hour", 0),
		Rules:             in.number("rules", 0),
		RequestsPerSecond: in.first(0, "requests_per_s", "rps"),
		LambdaTargets:     in.flag("lambda_targets", false),
		Hours:             in.hours(c),
	}
	if in.has("processed_gb_month") && u.Hours > 0 {
		u.GBPerHour = in.number("processed_gb_month", 0) / u.Hours
		u.NewPerSecond /= u.Hours * 3600
		u.ActivePerMinute /= u.Hours * 60
	}
	return u
}

func albKind(c *Catalogue, in *inputs) (Bill, error) {
	r, err := c.ALB()
	if err != nil {
		return Bill{}, err
	}
	in.rate(&r.Hour, "usd_h", 1)
	in.rate(&r.LCUHour, "usd_lcu_h", 1)
	u := balancerUse(c, in)
	if in.has("trust_store_usd_h") || in.has("trust_stores") {
		in.rate(&r.TrustStore, "trust_store_usd_h", 1)
		u.TrustStores = in.number("trust_stores", 1)
	}
	return r.Bill(u), nil
}

// lcuKind bills capacity units alone.
func lcuKind(c *Catalogue, in *inputs) (Bill, error) {
	r, err := c.ALB()
	if err != nil {
		return Bill{}, err
	}
	in.rate(&r.LCUHour, "usd_lcu_h", 1)
	u := balancerUse(c, in)
	m := meter{record: true}
	m.add(&r.LCUHour, "load balancer capacity units", r.LCU(u)*u.Hours)
	return Bill{Lines: m.lines}, nil
}

func nlbKind(c *Catalogue, in *inputs) (Bill, error) {
	r, err := c.NLB()
	if err != nil {
		return Bill{}, err
	}
	in.rate(&r.Hour, "usd_h", 1)
	in.rate(&r.LCUHour, "usd_nlcu_h", 1)
	in.rate(&r.LCUHour, "usd_lcu_h", 1)
	return r.Bill(balancerUse(c, in)), nil
}

func googleBalancerKind(c *Catalogue, in *inputs) (Bill, error) {
	r, err := c.GoogleBalancer()
	if err != nil {
		return Bill{}, err
	}
	in.rate(&r.FirstRules, "usd_h", 1)
	in.rate(&r.DataIn, "usd_gb", 1)
	return r.Bill(ForwardingUse{
		Rules: in.number("forwarding_rules", 1),
		Hours: in.hours(c),
		InGB:  in.first(0, "gb", "in_gb"),
		OutGB: in.number("out_gb", 0),
	}), nil
}
