package profile

func Decode(data []byte, file string) ([]*Profile, Errors) { return nil, nil }
func Encode(p ...*Profile) []byte                          { return nil }
func EncodeASCII(p ...*Profile) []byte                     { return nil }
func (p *Profile) SetString(assign string) error           { return nil }
func Parse(id ID, s string) (Value, error)                 { return Value{}, nil }
func Format(id ID, v Value) string                         { return "" }
func (p *Profile) ValueAny(id ID) any                      { return nil }
func JSONSchema() []byte                                   { return nil }
