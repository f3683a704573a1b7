package org.shouwang.referral;

import java.util.List;
import org.shouwang.casefile.CaseView;
import org.shouwang.casefile.ClosingTest;
import org.springframework.stereotype.Component;

/** A case is not closed as transferred before the other county has accepted it. */
@Component
class TransferTest implements ClosingTest {

    private final Referrals referrals;

    TransferTest(Referrals referrals) {
        this.referrals = referrals;
    }

    @Override
    public List<Unmet> unmet(CaseView of) {
        return referrals.transferAccepted(of.id())
                ? List.of()
                : List.of(Unmet.barring("moved", "closing-not-accepted"));
    }
}
