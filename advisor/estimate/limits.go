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

func newLimits(c *pricing.Catalogue, cloud string) Limits {
	of := func(item string) float64 { return c.Limit(cloud, item) }
	return Limits{
		of("function_duration_s"), of("function_memory_mb"), of("payload_mb"), of("concurrency"), of("ramp_per_s"),
		of("gateway_timeout_s"), c.Assumption("remote_read_p99_ms").Value,
	}
}

// Limits returns the limits of the functions of a cloud.
func (e *Estimator) Limits(cloud int) Limits { return e.clouds[cloud].limits }
