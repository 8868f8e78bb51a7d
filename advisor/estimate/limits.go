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
	GatewayTimeoutS   float64 // longest synchronous request through the HTTP front end
	RemoteReadMillis  float64 // 99th percentile of one read from a cache across the network
}

func newLimits(c *pricing.Catalogue, cloud string) (Limits, error) {
	r := limitReader{c: c, cloud: cloud}
	l := Limits{
		FunctionDurationS: r.num("function_duration_s"),
		FunctionMemoryMB:  r.num("function_memory_mb"),
		PayloadMB:         r.num("payload_mb"),
		Concurrency:       r.num("concurrency"),
		RampPerSecond:     r.num("ramp_per_s"),
		GatewayTimeoutS:   r.num("gateway_timeout_s"),
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

// Limits returns the limits of the functions of a cloud.
func (e *Estimator) Limits(cloud int) Limits { return e.clouds[e.cloudOf(cloud)].limits }
