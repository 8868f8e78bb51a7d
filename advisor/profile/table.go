package profile

// The table is put together once from the sections (fields_*.go) and never
// written again.
var (
	table  = joinFields()
	names  = fieldNames()
	byName = fieldIndex()
)

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
