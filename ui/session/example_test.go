package session_test

import (
	"fmt"

	"archadvisor/advisor/profile"
	"archadvisor/ui/session"
)

func ExampleSession() {
	s := session.New(profile.New("shop"), session.Folder{}, "")
	for _, line := range []string{"what?", "1"} {
		v, err := session.Parse(s.Current(), line)
		if err != nil {
			fmt.Println("asked again:", s.Prompt())
			continue
		}
		next, effect, err := s.Give(session.Given{ID: s.Current(), Value: v})
		if err != nil {
			continue
		}
		s = next.Did(effect, effect.Do()).Next()
	}
	fmt.Println(s.Changes(), "answer; next:", s.Prompt())
	// Output:
	// asked again: What kind of work is it, and what starts it?
	// 1 answer; next: What runs today?
}
