package profile

func (p *Profile) SetString(assign string) error { return nil }
func Parse(id ID, s string) (Value, error)       { return Value{}, nil }
func Format(id ID, v Value) string               { return "" }
func JSONSchema() []byte                         { return nil }
