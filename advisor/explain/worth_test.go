package explain

import (
	"os"
	"strconv"
	"sync/atomic"
	"testing"

	"archadvisor/advisor"
	"archadvisor/advisor/precedent"
	"archadvisor/advisor/profile"
	"archadvisor/advisor/profile/distribution"
)

// TestWhatIsNotWorthAskingChangesLittle hides a part of the answers of documented
// decisions: where the open ones are not worth asking, the hidden ones seldom
// change who leads; where they are worth much, often. ARCHADVISOR_PROFILES sets how
// many (2,080 gave the figures of count-asking).
func TestWhatIsNotWorthAskingChangesLittle(t *testing.T) {
	n := 130
	if s := os.Getenv("ARCHADVISOR_PROFILES"); s != "" {
		n, _ = strconv.Atoi(s)
	}
	a := core(t)
	cases := precedent.Corpus()
	var idle, idleChanged, rich, richChanged atomic.Int64
	advisor.Parallel(n, func(i int) {
		c := cases[i%len(cases)]
		full := a.Advise(c.Profile, advisor.Default)
		q, err := a.Inquire(t.Context(), hidden(c.Profile, i, 0.2*float64(1+i%4)), advisor.Default)
		if err != nil {
			t.Error(err)
			return
		}
		part := a.Advise(hidden(c.Profile, i, 0.2*float64(1+i%4)), advisor.Default)
		changed := int64(0)
		if part.Recommendation != full.Recommendation {
			changed = 1
		}
		switch {
		case q.Enough:
			idle.Add(1)
			idleChanged.Add(changed)
		case q.Gain > 0.26:
			rich.Add(1)
			richChanged.Add(changed)
		}
	})
	t.Logf("not worth asking: %d of %d changed; worth more than 0.26: %d of %d", idleChanged.Load(), idle.Load(), richChanged.Load(), rich.Load())
	if 12*idleChanged.Load() > idle.Load()+12 {
		t.Errorf("%d of %d profiles not worth asking about had another leader with all answers", idleChanged.Load(), idle.Load())
	}
	if 5*richChanged.Load() < rich.Load() {
		t.Errorf("only %d of %d profiles worth asking much about had another leader with all answers", richChanged.Load(), rich.Load())
	}
}

// hidden is a profile without a share of its answers.
func hidden(p *profile.Profile, i int, share float64) *profile.Profile {
	q := p.Clone()
	for _, id := range p.Answered() {
		if id > profile.Summary && id != profile.Exclude && distribution.U(uint64(i), uint64(id), 0) < share {
			q.Clear(id)
		}
	}
	return q
}
