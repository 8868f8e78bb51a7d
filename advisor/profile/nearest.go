package profile

import "strings"

// Nearest returns the dotted name of the field that was probably meant by a
// name that is none, or "" if nothing is near. It takes a bare key, too.
func Nearest(name string) string {
	section, key, dotted := strings.Cut(name, ".")
	if !dotted {
		section, key = "", name
	}
	if f := nearestField(section, key); f != nil {
		return f.Name()
	}
	return ""
}

// nearestField looks for a key: a common synonym, then the same word in another
// section, then a near word in this section, then a near word anywhere.
func nearestField(section, key string) *Field {
	word := fold(key)
	if id, ok := synonyms[word]; ok {
		return id.Field()
	}
	var best *Field
	score := 1 << 30
	for i := range table {
		f := &table[i]
		d := distance(word, fold(f.Key))
		if d > tolerance(word) {
			continue
		}
		d *= 2
		if f.Section != section {
			d++
		}
		if d < score {
			best, score = f, d
		}
	}
	return best
}

// NearestWord returns the word of a list that was probably meant, or "" if none
// is near: for whoever reports a misspelt word.
func NearestWord(word string, list []string) string {
	word = fold(word)
	best, score := "", tolerance(word)+1
	for _, w := range list {
		if d := distance(word, fold(w)); d < score {
			best, score = w, d
		}
	}
	return best
}

// synonyms are words that people write for a field of another name.
var synonyms = map[string]ID{
	"developers": Engineers, "devs": Engineers, "developer": Engineers, "headcount": Engineers, "people": Engineers, "size": Engineers,
	"squads": Teams, "sre": PlatformEngineers, "ops": OpsMaturity, "devops": OpsMaturity,
	"deployments_per_week": DeploysPerWeek, "releases_per_week": DeploysPerWeek,
	"rps": MeanRPS, "qps": MeanRPS, "requests_per_second": MeanRPS, "average_rps": MeanRPS, "avg_rps": MeanRPS,
	"max_rps": PeakRPS, "requests": RequestsPerMonth, "traffic": Pattern, "growth": GrowthPerYear, "cache_hit_ratio": CacheableShare,
	"latency_ms": P99Millis, "p95_ms": P99Millis, "availability": AvailabilityPct, "uptime": AvailabilityPct, "sla": AvailabilityPct, "slo": AvailabilityPct,
	"ram_mb": MemoryMB, "memory": MemoryMB, "duration": DurationMillis, "cpu": CPUMillis, "timeout_s": LongestJobS, "language": Runtime,
	"budget": BudgetMonthlyUSD, "usd": BudgetMonthlyUSD, "monthly": BudgetMonthlyUSD, "salary": EngineerMonthUSD, "deadline": MonthsToLaunch,
	"services": ServicesNow, "bounded_contexts": Modules, "architecture": Current, "provider": Cloud, "vendor_lock_in": LockIn, "title": Name, "version": Schema,
}

// fold makes spellings comparable: lower case, "_" for "-" and spaces, and no
// longer than any real key, so that comparing costs nothing on long input.
func fold(s string) string {
	const longest = 40
	if len(s) > longest {
		s = s[:longest]
	}
	return strings.NewReplacer("-", "_", " ", "_").Replace(strings.ToLower(s))
}

// tolerance is how many slips make a word still the same word.
func tolerance(word string) int {
	switch n := len(word); {
	case n <= 2:
		return 0
	case n <= 4:
		return 1
	case n <= 9:
		return 2
	}
	return 3
}

// distance counts the slips (insert, delete, replace, swap of neighbours)
// between two words, by bytes.
func distance(a, b string) int {
	if diff := len(a) - len(b); diff > 3 || diff < -3 {
		return 1 << 20
	}
	var before, last, row [64]int
	for j := range row {
		last[j] = j
	}
	for i := 1; i <= len(a); i++ {
		row[0] = i
		for j := 1; j <= len(b); j++ {
			cost := 1
			if a[i-1] == b[j-1] {
				cost = 0
			}
			row[j] = min(last[j]+1, row[j-1]+1, last[j-1]+cost)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				row[j] = min(row[j], before[j-2]+1)
			}
		}
		before, last = last, row
	}
	return last[len(b)]
}
