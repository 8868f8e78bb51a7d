package profile

// The table is put together once from the sections (fields_*.go) and never
// written again.
var (
	table  = joinFields()
	names  = fieldNames()
	byName = fieldIndex()
)

// Groups of fields whose priors depend on one another.
const (
	noGroup = iota
	teamGroup
	loadGroup
	workGroup
)

// PriorGroup returns the number that fields share when the prior of one depends
// on another: team and budget, load, work. 0 is a field of no group.
func PriorGroup(id ID) int { return id.Field().group }

// PriorSpan returns the range in which a field lies when nothing at all is
// known, and whether it is spread evenly in the logarithm: the yardstick for
// distances and scans. Options count 0..n-1, bools 0..1; texts give 0, 0.
func PriorSpan(id ID) (lo, hi float64, log bool) {
	f := id.Field()
	switch f.Kind {
	case Bool:
		return 0, 1, false
	case Option:
		return 0, float64(len(f.Options) - 1), false
	}
	return f.low, f.high, f.log
}

// Sections are the tables of a profile file in contract order; the first, "",
// stands for the top-level keys.
func Sections() []string {
	return []string{"", "team", "load", "work", "budget", "quality", "domain", "constraints", "priorities"}
}

func joinFields() (all [NumFields]Field) {
	for _, section := range [][]Field{
		topFields[:], teamFields[:], loadFields[:], workFields[:], budgetFields[:],
		qualityFields[:], domainFields[:], constraintFields[:], priorityFields[:],
	} {
		for _, f := range section {
			all[f.ID] = f
		}
	}
	return all
}

func fieldNames() (out [NumFields]string) {
	for i := range table {
		out[i] = table[i].Key
		if s := table[i].Section; s != "" {
			out[i] = s + "." + table[i].Key
		}
	}
	return out
}

func fieldIndex() map[string]ID {
	m := make(map[string]ID, NumFields)
	for i, n := range names {
		m[n] = ID(i)
	}
	return m
}

// keys finds fields by section and key without joining strings; sectionKeys
// lists the keys of each table for messages.
var (
	keys        = sectionIndex()
	sectionKeys = sectionNames()
)

func sectionIndex() map[string]map[string]ID {
	m := make(map[string]map[string]ID, 9)
	for i := range table {
		f := &table[i]
		if m[f.Section] == nil {
			m[f.Section] = make(map[string]ID, 16)
		}
		m[f.Section][f.Key] = f.ID
	}
	return m
}

func sectionNames() map[string][]string {
	m := make(map[string][]string, 9)
	for i := range table {
		m[table[i].Section] = append(m[table[i].Section], table[i].Key)
	}
	return m
}

func lookupKey(section, key string) (ID, bool) {
	id, ok := keys[section][key]
	return id, ok
}
