package estimate

import "archadvisor/advisor/pricing"

// Limits are the hard limits of a cloud's functions: what a gate may read. A
// limit that the provider does not set is 1e9.
type Limits struct {
	FunctionDurationS float64 // longest piece of work
	FunctionMemoryMB  float64 // largest instance
	PayloadMB         float64 // largest request or response body
	Concurrency       float64 // executions at once, default of an account
	RampPerSecond     float64 // new executions at once per second
	GatewayTimeoutS   float64 // longest synchronous request through the HTTP front door
	GatewayPayloadMB  float64 // largest body through it
	RemoteReadMillis  float64 // 99th percentile of one read from a cache across the network
}

func newLimits(c *pricing.Catalogue, cloud int) (Limits, error) {
	r := limitReader{c: c, cloud: cloudNames[cloud]}
	l := Limits{
		FunctionDurationS: r.num("function_duration_s"),
		FunctionMemoryMB:  r.num("function_memory_mb"),
		PayloadMB:         r.num("payload_mb"),
		Concurrency:       r.num("concurrency"),
		RampPerSecond:     r.num("ramp_per_s"),
		GatewayTimeoutS:   r.num("gateway_timeout_s"),
		GatewayPayloadMB:  r.num("gateway_payload_mb"),
	}
	p, err := c.Assumption("remote_read_p99_ms")
	if err != nil && r.err == nil {
		r.err = err
	}
	l.RemoteReadMillis = p.Value
	return l, r.err
}

type limitReader struct {
	c     *pricing.Catalogue
	cloud string
	err   error
}

func (r *limitReader) num(item string) float64 {
	p, err := r.c.Limit(r.cloud, item)
	if err != nil && r.err == nil {
		r.err = err
	}
	return p.Value
}

// shapeLimits are the limits of each shape: those of its cloud, wider or
// narrower where the shape differs.
func shapeLimits(c *pricing.Catalogue, of *[numClouds]Limits) ([]Limits, error) {
	out := make([]Limits, len(shapes))
	for i := range shapes {
		s := &shapes[i]
		l := of[s.Cloud]
		r := limitReader{c: c, cloud: cloudNames[s.Cloud]}
		switch {
		case s.Arch != Serverless:
			l = Limits{1e9, 1e9, 1e9, 1e9, 1e9, 1e9, 1e9, l.RemoteReadMillis}
		case s.form == onScaleToZero:
			l.FunctionDurationS = r.num("scale_to_zero_duration_s")
		case s.door == balancer:
			l.GatewayTimeoutS, l.GatewayPayloadMB = r.num("lb_timeout_s"), r.num("lb_payload_mb")
		case s.Cloud == azure && s.door == direct:
			l.FunctionDurationS, l.FunctionMemoryMB = r.num("consumption_duration_s"), r.num("consumption_memory_mb")
		}
		if r.err != nil {
			return nil, r.err
		}
		out[i] = l
	}
	return out, nil
}

// Limits returns the limits of the functions of a cloud.
func (e *Estimator) Limits(cloud int) Limits { return e.limits[cloudIndex(cloud)] }

// LimitsOf returns the limits of one shape; those of an architecture without
// such limits are 1e9.
func (e *Estimator) LimitsOf(shape int) Limits { return e.wider[shape] }
