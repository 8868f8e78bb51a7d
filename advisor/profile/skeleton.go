package profile

import "strings"

func quote(s string) string                                { return "\"" + Clean(s) + "\"" }
func orList(words []string) string                         { return strings.Join(words, ", ") }
func Clean(s string) string                                { return s }
func Nearest(name string) string                           { return "" }
func (p *Profile) Validate() Errors                        { return nil }
func Decode(data []byte, file string) ([]*Profile, Errors) { return nil, nil }
func Encode(p ...*Profile) []byte                          { return nil }
func EncodeASCII(p ...*Profile) []byte                     { return nil }
func (p *Profile) SetString(assign string) error           { return nil }
func Parse(id ID, s string) (Value, error)                 { return Value{}, nil }
func Format(id ID, v Value) string                         { return "" }
func (p *Profile) ValueAny(id ID) any                      { return nil }

type Sampler struct{}

func NewSampler(p *Profile, seed uint64) *Sampler { return &Sampler{} }
func (s *Sampler) Central(out *Point)             {}
func (s *Sampler) Draw(k int, out *Point)         {}
func (s *Sampler) Open() []ID                     { return nil }
func U(seed uint64, id uint64, k int) float64     { return 0.5 }
func PriorSpan(id ID) (lo, hi float64, log bool)  { return 0, 1, false }
func PriorGroup(id ID) int                        { return 0 }
func Runtimes() []string {
	return []string{"go", "java", "node", "python", "dotnet", "ruby", "rust", "other"}
}
func (p *Profile) FromPoint(pt *Point) *Profile { return p.Clone() }
func JSONSchema() []byte                        { return nil }
