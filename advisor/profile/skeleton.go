package profile

func JSONSchema() []byte { return nil }
