package estimate

// Architecture is one of the three options. Its numeric order is the order in which a tie is broken: the simpler first.
type Architecture uint8

// The architectures.
const (
	Monolith Architecture = iota
	Serverless
	Microservices
	NumArchitectures = 3
)

// String returns the word used in profiles, rules and output.
func (a Architecture) String() string {
	return [NumArchitectures]string{"monolith", "serverless", "microservices"}[a]
}

// Estimate is what the models say of one shape at one point: everything that the rules, the screens and the records
// quote. It holds no pointers, so draws do not allocate.
type Estimate struct {
	CostMonthlyUSD  float64 // infrastructure, all environments
	LikelyUSD       float64 // the same with what operators do that no profile states: the range that is reported
	P50Millis       float64 // median response time at the peak minute
	P99Millis       float64 // 99th percentile response time, cold starts included
	Unattended      bool    // nobody waits for it: the times are of runs
	AvailabilityPct float64 // monthly, 0..100
	DowntimeMinutes float64 // per month (730 h), from AvailabilityPct
	Instances       float64 // production instances at the peak minute
	Utilisation     float64 // 0..1, mean busy share of what is paid for
	OpsFTE          float64 // dedicated staff that runs it
	OpsServingFTE   float64 // of these, what several platforms of the same engineers have once
	OpsMonthlyUSD   float64 // OpsFTE x cost of one engineer
	OwnLow, OwnHigh float64 // 0..1 of the developers' own time that goes into running it, in no sum
	RotaHeads       float64 // the least heads of a rota around the clock
	ColdShare       float64 // 0..1 of requests that meet a cold start
	Services        float64 // deployables that are run
	MigrationMonths float64 // calendar time from what runs today
	MigrationFTE    float64 // engineer-months of that move
}
