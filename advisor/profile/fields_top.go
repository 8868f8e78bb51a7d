package profile

var topFields = [...]Field{
	{ID: Schema, Section: "", Key: "schema", Kind: Integer, Min: 1, Max: 1},
	{ID: Name, Section: "", Key: "name", Kind: Text},
	{ID: Summary, Section: "", Key: "summary", Kind: Text},
	{ID: Scope, Section: "", Key: "scope", Kind: Option, Options: []string{"system", "component", "organisation"}, Default: "system"},
}
